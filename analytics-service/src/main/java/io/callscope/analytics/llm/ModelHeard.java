package io.callscope.analytics.llm;

import io.callscope.analytics.llm.ask.TokenUsage;
import io.callscope.analytics.llm.task.SummaryAnswer;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import java.util.List;
import java.util.Objects;

/**
 * What a language model heard in one call; every mark and the repeat stand on words that were said. Immutable.
 *
 * @param marks in order of their first words
 * @param contactReason id of the reason
 * @param repeat whether the customer says that he calls again
 * @param resolution how the question ended
 * @param summary what happened and what is to be done
 * @param windows parts it was asked about in
 * @param claimed how many claims had to name their words
 * @param located how many of them do
 * @param usage tokens of all answers, repairs included
 * @param paidRequests how many requests were sent, 0 when all came from the cache
 */
public record ModelHeard(
        List<Mark> marks,
        String contactReason,
        RepeatContact repeat,
        Resolution resolution,
        SummaryAnswer summary,
        int windows,
        int claimed,
        int located,
        TokenUsage usage,
        int paidRequests) {
    public ModelHeard {
        marks = List.copyOf(marks);
        Objects.requireNonNull(contactReason, "contactReason");
        Objects.requireNonNull(repeat, "repeat");
        Objects.requireNonNull(resolution, "resolution");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(usage, "usage");
    }
}
