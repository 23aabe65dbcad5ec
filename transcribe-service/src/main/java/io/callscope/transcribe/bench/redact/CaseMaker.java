package io.callscope.transcribe.bench.redact;

import io.callscope.model.call.Party;
import io.callscope.model.transcript.SensitiveData;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes up calls in which something secret is dictated as people do: in groups, with fillers, corrections, repetitions
 * and pauses in which the other nods or repeats; and calls in which numbers are said that are no secret. The same seed
 * gives the same calls.
 */
final class CaseMaker {
    private static final Map<SensitiveData, Integer> RUSSIAN = new EnumMap<>(Map.of(
            SensitiveData.CARD, 120,
            SensitiveData.PHONE, 120,
            SensitiveData.CVV, 80,
            SensitiveData.SNILS, 40,
            SensitiveData.INN, 40,
            SensitiveData.PASSPORT, 40,
            SensitiveData.EMAIL, 60,
            SensitiveData.NUMBER, 40));
    private static final Map<SensitiveData, Integer> ENGLISH = new EnumMap<>(Map.of(
            SensitiveData.CARD, 150,
            SensitiveData.PHONE, 150,
            SensitiveData.CVV, 100,
            SensitiveData.PASSPORT, 40,
            SensitiveData.EMAIL, 60,
            SensitiveData.NUMBER, 40));
    private static final int NEGATIVES = 200;
    private static final String[] PLAIN = {"amount", "genitive", "count", "code", "date", "time", "tariff", "tariff"};

    private final String language;
    private final Random random;
    private final Sentences sentences;
    private final Speaker speaker;

    CaseMaker(String language, long seed) {
        this.language = language;
        this.random = new Random(seed);
        this.sentences = Sentences.of(language, random);
        this.speaker = Speaker.of(language);
    }

    List<RedactCase> cases() {
        List<RedactCase> cases = new ArrayList<>();
        (language.equals("ru") ? RUSSIAN : ENGLISH).forEach((kind, count) -> {
            for (int i = 0; i < count; i++) {
                cases.add(dictated(cases.size(), kind));
            }
        });
        for (int i = 0; i < NEGATIVES; i++) {
            cases.add(plain(cases.size()));
        }
        return cases;
    }

    private RedactCase dictated(int number, SensitiveData kind) {
        String name = kind.id();
        boolean recognised = random.nextInt(4) > 0;
        boolean written = !recognised && random.nextBoolean();
        Script script = opened();
        script.line(Party.AGENT).say(sentences.any("ask-" + name)).line(Party.CUSTOMER);
        String[] around = sentences.any("say-" + name).split("#", -1);
        script.say(around[0]);
        if (kind == SensitiveData.EMAIL) {
            script.secret(written ? "ivan.petrov" + random.nextInt(100) + "@mail.ru" : spokenAddress());
        } else {
            String digits = SecretDigits.of(kind, language, random);
            if (written) {
                script.secret(written(digits));
            } else {
                dictate(script, digits, kind);
            }
        }
        script.say(around[1]);
        return closed(script).end(number, language, kind, recognised);
    }

    private Script opened() {
        Script script = new Script().line(Party.AGENT).say(sentences.any("open"));
        script.line(Party.CUSTOMER).say(sentences.any("reason"));
        if (random.nextInt(3) == 0) {
            script.say(plainSentence());
        }
        return script;
    }

    private Script closed(Script script) {
        return script.line(Party.AGENT)
                .say(sentences.any("close"))
                .line(Party.CUSTOMER)
                .say(plainSentence());
    }

    private String spokenAddress() {
        return sentences.any("mail-name") + " " + sentences.any("mail-at") + " " + sentences.any("mail-host");
    }

    /** As a chat or another recogniser writes it. */
    private String written(String digits) {
        int[] grouping = speaker.grouping(digits, random);
        String between = random.nextBoolean() ? " " : "-";
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int i = 0; at < digits.length(); i++) {
            int end = Math.min(digits.length(), at + grouping[Math.min(i, grouping.length - 1)]);
            text.append(at == 0 ? "" : between).append(digits, at, end);
            at = end;
        }
        return text.toString();
    }

    private void dictate(Script script, String secret, SensitiveData kind) {
        // a recogniser loses or mishears a digit now and then; those calls must be safe as well
        String digits = kind == SensitiveData.CARD && random.nextInt(10) == 0 ? misheard(secret) : secret;
        if (random.nextInt(4) == 0) {
            one(script, digits, kind);
            return;
        }
        int[] grouping = speaker.grouping(digits, random);
        int at = 0;
        for (int i = 0; at < digits.length(); i++) {
            int end = Math.min(digits.length(), at + grouping[Math.min(i, grouping.length - 1)]);
            group(script, digits.substring(at, end), at == 0, kind);
            at = end;
            if (at < digits.length()) {
                between(script, digits.substring(Math.max(0, at - 4), at));
            }
        }
    }

    /** Digit by digit; some pause in the middle. */
    private void one(Script script, String digits, SensitiveData kind) {
        int middle = digits.length() > 6 && random.nextBoolean() ? digits.length() / 2 : digits.length();
        script.secret(String.join(" ", speaker.digits(digits.substring(0, middle), random)));
        if (middle < digits.length()) {
            between(script, digits.substring(middle - 3, middle));
            script.secret(String.join(" ", speaker.digits(digits.substring(middle), random)));
        }
        if (kind != SensitiveData.CVV && random.nextInt(12) == 0) {
            script.say(sentences.any("correct"))
                    .secret(String.join(" ", speaker.digits(digits.substring(digits.length() - 2), random)));
        }
    }

    private void group(Script script, String digits, boolean first, SensitiveData kind) {
        if (!first && random.nextInt(15) == 0) {
            // said wrong, and then right
            script.secret(String.join(" ", speaker.group(misheard(digits), random)))
                    .say(sentences.any("correct"));
        }
        script.secret(String.join(" ", speaker.group(digits, random)));
        if (random.nextInt(20) == 0 || kind == SensitiveData.CVV && random.nextInt(8) == 0) {
            script.secret(String.join(" ", speaker.group(digits, random)));
        }
    }

    private void between(Script script, String last) {
        int choice = random.nextInt(10);
        if (choice < 2) {
            script.say(sentences.any("filler"));
        } else if (choice < 4) {
            script.line(Party.AGENT).say(sentences.any("nod")).line(Party.CUSTOMER);
        } else if (choice == 4) {
            // one or two digits repeated give nothing away
            String repeated = String.join(" ", speaker.digits(last, random));
            script.line(Party.AGENT);
            (last.length() < 3 ? script.say(repeated) : script.secret(repeated)).line(Party.CUSTOMER);
        } else if (choice == 5) {
            script.line(Party.CUSTOMER);
        }
    }

    private String misheard(String digits) {
        int at = random.nextInt(digits.length());
        char other = (char) ('0' + (digits.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        return digits.substring(0, at) + other + digits.substring(at + 1);
    }

    private RedactCase plain(int number) {
        Script script = opened();
        int count = 2 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            script.line(i % 2 == 0 ? Party.CUSTOMER : Party.AGENT).say(plainSentence());
        }
        return closed(script).end(number, language, null, random.nextInt(4) > 0);
    }

    private String plainSentence() {
        String kind = PLAIN[random.nextInt(PLAIN.length)];
        String sentence = sentences.any("plain-" + kind);
        return sentence.indexOf('#') < 0 ? sentence : sentence.replace("#", figures(kind));
    }

    private String figures(String kind) {
        return switch (kind) {
            case "genitive" ->
                speaker instanceof RussianSpeaker russian
                        ? russian.genitive(1 + random.nextInt(9), random.nextInt(10))
                        : speaker.quantity(1000 * (1 + random.nextInt(9)) + 100 * random.nextInt(10), random);
            case "count" -> speaker.quantity(2 + random.nextInt(60), random);
            case "code" -> code();
            default -> speaker.quantity(20 + random.nextInt(random.nextBoolean() ? 900 : 20_000), random);
        };
    }

    private String code() {
        String digits = Integer.toString(100 + random.nextInt(random.nextBoolean() ? 900 : 90_000));
        return String.join(" ", digits.length() <= 3 ? speaker.group(digits, random) : speaker.digits(digits, random));
    }
}
