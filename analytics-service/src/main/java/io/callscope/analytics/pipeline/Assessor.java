package io.callscope.analytics.pipeline;

import io.callscope.analytics.llm.CallJudge;
import java.util.Objects;

/**
 * What makes a call's analysis, of one version: one is taken for a call and used to its end. Immutable, thread-safe.
 *
 * @param step makes the analysis of what was heard
 * @param judge hears what is in a call
 */
public record Assessor(AnalyzeStep step, CallJudge judge) {
    public Assessor {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(judge, "judge");
    }

    /** With the rules alone. */
    public static Assessor byRules(AnalyzeStep step) {
        return new Assessor(step, step::byRules);
    }
}
