package io.callscope.analytics.store;

import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What lists and counts need of a call's current analysis.
 *
 * @param versionKey which version it is of
 * @param verdict whether the call could be judged
 * @param contactReason id of the main contact reason
 * @param resolution how the question ended
 * @param repeatSaid whether the customer says that it is a repeat contact
 * @param repeatNumber which contact it is, when a number was said
 * @param repeatCause id of the cause, when it was said
 * @param flagPriority the most urgent flag's, 1 to 3; null when there is no flag
 * @param talk how people talk; null when it was not measured
 */
public record AnalysisSummary(
        String versionKey,
        Verdict verdict,
        String contactReason,
        Resolution resolution,
        boolean repeatSaid,
        @Nullable Integer repeatNumber,
        @Nullable String repeatCause,
        @Nullable Integer flagPriority,
        @Nullable TalkSummary talk) {
    public AnalysisSummary {
        Objects.requireNonNull(versionKey, "versionKey");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(contactReason, "contactReason");
        Objects.requireNonNull(resolution, "resolution");
    }

    static AnalysisSummary of(CallAnalysis analysis) {
        RepeatContact repeat = analysis.repeat();
        int most = analysis.flags().stream().mapToInt(Flag::priority).min().orElse(0);
        return new AnalysisSummary(
                analysis.versions().key(),
                analysis.verdict(),
                analysis.contactReason(),
                analysis.resolution(),
                repeat.said(),
                repeat.contactNumber(),
                repeat.cause(),
                most == 0 ? null : most,
                analysis.talk() == null ? null : TalkSummary.of(analysis.talk()));
    }
}
