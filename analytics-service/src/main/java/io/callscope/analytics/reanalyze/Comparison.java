package io.callscope.analytics.reanalyze;

import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Adds up a {@link Difference} call by call. Its size is that of the codebook and does not grow with the calls. Not
 * thread-safe.
 */
final class Comparison {
    private final Tally codes = new Tally();
    private final Tally signals = new Tally();
    private final Tally flags = new Tally();
    private final Moves reasons = new Moves();
    private final Moves resolutions = new Moves();
    private final Moves verdicts = new Moves();
    private long calls;
    private long sameVersion;
    private long changed;
    private long unanswered;

    /**
     * @param answered false when a language model had no answer
     */
    void add(String callId, CallAnalysis before, CallAnalysis after, boolean answered) {
        calls++;
        unanswered += answered ? 0 : 1;
        sameVersion += before.versions().key().equals(after.versions().key()) ? 1 : 0;
        boolean differs = codes.add(callId, codes(before), codes(after));
        differs |= signals.add(callId, signals(before), signals(after));
        differs |= flags.add(callId, flags(before), flags(after));
        differs |= reasons.add(callId, before.contactReason(), after.contactReason());
        differs |= resolutions.add(
                callId, before.resolution().id(), after.resolution().id());
        differs |= verdicts.add(callId, before.verdict().id(), after.verdict().id());
        changed += differs ? 1 : 0;
    }

    Difference difference() {
        return new Difference(
                calls,
                sameVersion,
                changed,
                unanswered,
                codes.changes(),
                signals.changes(),
                flags.changes(),
                reasons.moves(),
                resolutions.moves(),
                verdicts.moves());
    }

    private static Map<String, Long> codes(CallAnalysis analysis) {
        return firstPlaces(analysis.marks(), Mark::code, Mark::evidence);
    }

    private static Map<String, Long> signals(CallAnalysis analysis) {
        return firstPlaces(analysis.signals(), Signal::id, Signal::evidence);
    }

    private static Map<String, Long> flags(CallAnalysis analysis) {
        return firstPlaces(analysis.flags(), Flag::rule, Flag::evidence);
    }

    private static <T> Map<String, Long> firstPlaces(
            List<T> heard, Function<T, String> id, Function<T, List<Evidence>> evidence) {
        Map<String, Long> places = new HashMap<>();
        for (T one : heard) {
            long at = evidence.apply(one).stream()
                    .mapToLong(Evidence::startMs)
                    .min()
                    .orElse(0);
            places.merge(id.apply(one), at, Math::min);
        }
        return places;
    }
}
