package io.callscope.analytics.classify;

import io.callscope.analytics.rules.Match;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How sure the rules are of a mark, 0 to 1. Each place in the call gives what its pattern says ({@code @sure}) or, by
 * default, more for more words; independent places add up as independent witnesses do; an unknown speaker and an unsure
 * recogniser take some of it away. It orders marks; it is no measured probability.
 */
final class Confidence {
    /** Below it there is no mark: a weak pattern needs a second place in the call. */
    static final double LEAST = 0.5;

    private static final double MOST = 0.95;
    private static final double UNKNOWN_PARTY = 0.85;

    private Confidence() {}

    static double of(Match match) {
        double said = match.pattern().options().sure();
        if (said > 0) {
            return said;
        }
        return match.words() <= 1 ? 0.55 : Math.min(0.85, 0.55 + 0.08 * (match.words() - 1));
    }

    /** Of all matches of one code in a call, before the speaker and the recogniser are looked at. */
    static double together(Collection<Match> matches) {
        List<Match> places = new ArrayList<>();
        double doubt = 1;
        List<Match> surest =
                matches.stream().sorted((a, b) -> Double.compare(of(b), of(a))).toList();
        for (Match match : surest) {
            if (places.stream().noneMatch(place -> place.overlaps(match) || samePattern(place, match))) {
                places.add(match);
                doubt *= 1 - of(match);
            }
        }
        return Math.min(MOST, 1 - doubt);
    }

    /** Saying the same thing again adds nothing to what it means. */
    private static boolean samePattern(Match one, Match other) {
        return one.pattern().source().equals(other.pattern().source());
    }

    /** What remains of it with this speaker and this recogniser. */
    static double heard(double confidence, Party party, List<Evidence> evidence, Transcript transcript) {
        double recognised = evidence.stream()
                .map(place -> transcript.utterances().get(place.utteranceId()).confidence())
                .mapToDouble(value -> value == null ? 1 : value)
                .average()
                .orElse(1);
        double known = party == Party.UNKNOWN ? UNKNOWN_PARTY : 1;
        return confidence * known * (0.6 + 0.4 * recognised);
    }
}
