package io.callscope.analytics.llm.criteria;

import io.callscope.analytics.llm.task.CriterionQuestion;
import io.callscope.model.transcript.CallTranscribed;
import java.util.List;

/** Port: what is asked about a call besides what it says. Implementations are thread-safe. */
@FunctionalInterface
public interface Questionnaire {
    /** Nothing is asked. */
    Questionnaire NONE = call -> List.of();

    /** The questions for a call, each once, in the call's language; none when no scorecard that asks is for it. */
    List<CriterionQuestion> of(CallTranscribed call);
}
