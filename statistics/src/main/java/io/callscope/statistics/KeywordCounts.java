package io.callscope.statistics;

import io.callscope.statistics.Alignment.Edit;
import io.callscope.statistics.Alignment.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often a word or phrase was recognised where it was said. A hit is an occurrence in the reference whose words are
 * all aligned with themselves, with no other word between them: a word that turns up elsewhere in the call is a miss
 * and a false alarm. A word error rate of 0.25 can hide that half of the words that matter were missed. Immutable.
 *
 * @param said occurrences in the reference
 * @param hits of these, recognised
 * @param falseAlarms occurrences in the hypothesis that are no hit
 */
public record KeywordCounts(long said, long hits, long falseAlarms) {
    /** Nothing counted yet. */
    public static final KeywordCounts EMPTY = new KeywordCounts(0, 0, 0);

    public KeywordCounts {
        if (hits < 0 || falseAlarms < 0 || hits > said) {
            throw new IllegalArgumentException("%d hits of %d, %d false alarms: expected none negative, hits in said"
                    .formatted(hits, said, falseAlarms));
        }
    }

    /**
     * Counts one phrase in one aligned pair.
     *
     * @param phrase its words, at least one, normalised as both sequences are
     */
    public static KeywordCounts of(
            List<String> phrase, List<String> reference, List<String> hypothesis, Alignment alignment) {
        if (phrase.isEmpty()) {
            throw new IllegalArgumentException("phrase of 0 words: expected one or more");
        }
        int[] partner = new int[reference.size()];
        Arrays.fill(partner, -1);
        for (Place place : alignment.places()) {
            if (place.edit() == Edit.HIT) {
                partner[place.reference()] = place.hypothesis();
            }
        }
        long said = 0;
        long hits = 0;
        for (int at = next(phrase, reference, 0); at >= 0; at = next(phrase, reference, at + 1)) {
            said++;
            hits += isTogether(partner, at, phrase.size()) ? 1 : 0;
        }
        long recognised = 0;
        for (int at = next(phrase, hypothesis, 0); at >= 0; at = next(phrase, hypothesis, at + 1)) {
            recognised++;
        }
        return new KeywordCounts(said, hits, recognised - hits);
    }

    private static int next(List<String> phrase, List<String> words, int from) {
        for (int at = from; at + phrase.size() <= words.size(); at++) {
            if (words.subList(at, at + phrase.size()).equals(phrase)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isTogether(int[] partner, int at, int words) {
        for (int i = 0; i < words; i++) {
            if (partner[at] < 0 || partner[at + i] != partner[at] + i) {
                return false;
            }
        }
        return true;
    }

    public KeywordCounts plus(KeywordCounts other) {
        return new KeywordCounts(said + other.said, hits + other.hits, falseAlarms + other.falseAlarms);
    }

    /** Hits / said; empty when it was never said. */
    public OptionalDouble recall() {
        return said == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / said);
    }

    /** Hits / recognised; empty when it was never recognised. */
    public OptionalDouble precision() {
        return hits + falseAlarms == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) hits / (hits + falseAlarms));
    }

    /** Wilson's interval of the recall; empty when it was never said. */
    public Optional<Interval> recallInterval(double confidence) {
        return Classification.interval(hits, said, confidence);
    }
}
