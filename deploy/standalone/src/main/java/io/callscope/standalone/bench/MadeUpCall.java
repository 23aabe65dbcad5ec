package io.callscope.standalone.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * One made-up call, as its rows in the database. The same number and seed give the same call.
 *
 * @param state as in the column
 * @param minutesAgo when it began, before the fill
 */
record MadeUpCall(
        int number,
        String state,
        String language,
        int minutesAgo,
        boolean hasWordTimes,
        List<String> said,
        Random random) {
    static final int MOST_UTTERANCES = 12;
    static final int AGENTS = 200;
    static final int TEAMS = 12;

    private static final int CUSTOMERS = 40_000;
    private static final int WORD_TIMES_EVERY = 50;
    static final List<String> QUEUES = List.of("Доставка", "Сервис", "Продажи", "Возвраты", "Техподдержка", "Прочее");
    private static final List<String> PRODUCTS = List.of("интернет", "тв", "мобильная связь", "магазин", "карта");

    /**
     * @param number from 0; larger numbers are older
     * @param calls how many there are, spread evenly over the shape's days
     */
    static MadeUpCall of(int number, int calls, CallShape shape, long seed) {
        // neighbouring seeds of Random begin alike; those of SplittableRandom do not
        Random random = new Random(new SplittableRandom(seed * 1_000_003 + number).nextLong());
        double luck = random.nextDouble();
        String state = number < calls / 500 ? "recorded" : luck < 0.015 ? "failed" : "analyzed";
        String language = random.nextInt(100) < 85 ? "ru" : "en";
        MadeUpTalk talk = new MadeUpTalk(random.nextLong());
        List<String> said = new ArrayList<>();
        for (int i = 0; i < shape.utterances() && state.equals("analyzed"); i++) {
            said.add(talk.sentence(language, 3 + random.nextInt(11)));
        }
        int minutesAgo = (int) ((long) number * shape.days() * 24 * 60 / calls);
        return new MadeUpCall(number, state, language, minutesAgo, number % WORD_TIMES_EVERY == 0, said, random);
    }

    /** One that {@link #hasWordTimes}: its page has the most to do. */
    static String idWithWordTimes(int some, int calls) {
        return id(some % (calls / WORD_TIMES_EVERY) * WORD_TIMES_EVERY);
    }

    private static String id(int number) {
        return "call-%07d".formatted(number);
    }

    String id() {
        return id(number);
    }

    boolean isAnalyzed() {
        return state.equals("analyzed");
    }

    Instant startedAt(Instant now) {
        return now.minus(Duration.ofMinutes(minutesAgo)).minusSeconds(number % 60);
    }

    int agent() {
        return number * 31 % AGENTS;
    }

    int team() {
        return agent() % TEAMS + 1;
    }

    String queue() {
        return QUEUES.get(number % QUEUES.size());
    }

    String product() {
        return PRODUCTS.get(number * 7 % PRODUCTS.size());
    }

    /** Drawn, not dealt out in turn: some call again within days, which is what repeat contacts are. */
    int customer() {
        return new SplittableRandom(~(long) number).nextInt(CUSTOMERS);
    }

    static long startMs(int utterance) {
        return 1_000L + utterance * 6_000L;
    }

    static long durationMs() {
        return startMs(MOST_UTTERANCES);
    }

    String party(int utterance) {
        return utterance % 2 == 0 ? "agent" : "customer";
    }

    /** Everything that a party says; everything at all for an empty party. */
    String text(String party) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < said.size(); i++) {
            if (party.isEmpty() || party(i).equals(party)) {
                text.append(text.isEmpty() ? "" : "\n").append(said.get(i));
            }
        }
        return text.toString();
    }

    /** The times of the words, as JSON. */
    String words(int utterance) {
        if (!hasWordTimes) {
            return "[]";
        }
        StringBuilder json = new StringBuilder("[");
        long at = startMs(utterance);
        for (String word : said.get(utterance).split(" ")) {
            json.append(json.length() == 1 ? "" : ",")
                    .append("{\"text\":\"%s\",\"startMs\":%d,\"endMs\":%d,\"confidence\":0.9}"
                            .formatted(word, at, at + 350));
            at += 400;
        }
        return json.append("]").toString();
    }

    /** The first word of an utterance as evidence, as JSON. */
    String evidence(int utterance) {
        int end = said.get(utterance).indexOf(' ');
        return String.format(
                Locale.ROOT,
                "[{\"utteranceId\":%d,\"startChar\":0,\"endChar\":%d,\"startMs\":%d,\"endMs\":%d}]",
                utterance,
                end < 0 ? said.get(utterance).length() : end,
                startMs(utterance),
                startMs(utterance) + 350);
    }
}
