package io.callscope.transcribe.roles;

import io.callscope.model.call.Direction;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns from what two sides say which of them is the agent. Every finding adds to the log odds: the site's name and a
 * greeting in a side's first words, an agent's and a customer's phrases, and who speaks first. The weights were set by
 * hand; how often they are right is measured by {@code callscope bench roles}. Thread-safe.
 */
public final class RoleFinder {
    /** A side introduces itself within its first so many utterances. */
    private static final int FIRST_UTTERANCES = 2;

    /** Longer openings are no introduction any more, words. */
    private static final int FIRST_WORDS = 25;

    private static final double COMPANY = 3;
    private static final double GREETING = 1.5;
    private static final double NEXT_GREETING = 0.75;
    private static final double PHRASE = 0.8;
    /** Somebody who says everything is not surer for it. */
    private static final double MOST_PHRASES = 4;

    /** Who is called answers: the agent on inbound calls; on others it says less, a machine may have answered. */
    private static final double FIRST_INBOUND = 1.5;

    private static final double FIRST_OUTBOUND = -0.5;
    private static final double FIRST_UNKNOWN = 0.75;

    private final AgentPhrases phrases;

    public RoleFinder(AgentPhrases phrases) {
        this.phrases = Objects.requireNonNull(phrases, "phrases");
    }

    /**
     * @param said what both sides said, in order of time
     * @param language primary language subtag
     * @param direction who dialled; null when not known
     */
    public RoleGuess find(List<Said> said, String language, @Nullable Direction direction) {
        Set<Integer> sides = new HashSet<>();
        said.forEach(each -> sides.add(each.side()));
        double odds = oddsOf(0, said, language) - oddsOf(1, said, language);
        if (sides.size() == 2) {
            double first = direction == Direction.INBOUND
                    ? FIRST_INBOUND
                    : direction == Direction.OUTBOUND ? FIRST_OUTBOUND : FIRST_UNKNOWN;
            odds += said.get(0).side() == 0 ? first : -first;
        }
        double confidence = 1 / (1 + Math.exp(-Math.abs(odds)));
        return new RoleGuess(odds >= 0 ? 0 : 1, confidence, strength(confidence));
    }

    private RoleGuess.Strength strength(double confidence) {
        if (confidence >= phrases.sure()) {
            return RoleGuess.Strength.SURE;
        }
        return confidence >= phrases.assign() ? RoleGuess.Strength.UNSURE : RoleGuess.Strength.TOO_WEAK;
    }

    /** Log odds that a side is the agent, by its words alone. */
    private double oddsOf(int side, List<Said> said, String language) {
        AgentPhrases.Phrases known = phrases.of(language);
        List<String> texts = said.stream()
                .filter(each -> each.side() == side)
                .map(each -> SpokenText.of(each.text()))
                .toList();
        String opening = opening(texts);
        double odds = phrases.companies().stream().anyMatch(opening::contains) ? COMPANY : 0;
        long greetings = count(known.greetings(), List.of(opening));
        if (greetings > 0) {
            odds += GREETING + (greetings > 1 ? NEXT_GREETING : 0);
        }
        odds += PHRASE * Math.min(MOST_PHRASES, count(known.agent(), texts));
        odds -= PHRASE * Math.min(MOST_PHRASES, count(known.customer(), texts));
        return odds;
    }

    private static String opening(List<String> texts) {
        String opening = String.join("", texts.subList(0, Math.min(FIRST_UTTERANCES, texts.size())));
        String[] words = opening.strip().split("\\s+");
        return SpokenText.of(String.join(" ", List.of(words).subList(0, Math.min(FIRST_WORDS, words.length))));
    }

    /** How many different phrases are said. */
    private static long count(List<String> phrases, List<String> texts) {
        return phrases.stream()
                .filter(phrase -> texts.stream().anyMatch(text -> text.contains(phrase)))
                .count();
    }
}
