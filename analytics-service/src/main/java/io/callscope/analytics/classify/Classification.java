package io.callscope.analytics.classify;

import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Signal;
import io.callscope.model.analysis.Verdict;
import java.util.List;
import java.util.Objects;

/**
 * What a classifier heard in one call. Immutable.
 *
 * @param verdict whether the call could be judged
 * @param marks barriers and drivers in order of their first evidence
 * @param signals what was heard besides, in order of their first evidence
 * @param contactReason id of the main contact reason
 * @param repeat whether the customer says that he calls again
 * @param resolution how the question ended
 */
public record Classification(
        Verdict verdict,
        List<Mark> marks,
        List<Signal> signals,
        String contactReason,
        RepeatContact repeat,
        Resolution resolution) {
    public Classification {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(contactReason, "contactReason");
        Objects.requireNonNull(repeat, "repeat");
        Objects.requireNonNull(resolution, "resolution");
        marks = List.copyOf(marks);
        signals = List.copyOf(signals);
    }

    /** A call in which there is nothing to judge. */
    public static Classification notJudged(Verdict verdict, List<Signal> signals, String contactReason) {
        return new Classification(
                verdict, List.of(), signals, contactReason, RepeatContact.notSaid(), Resolution.UNKNOWN);
    }
}
