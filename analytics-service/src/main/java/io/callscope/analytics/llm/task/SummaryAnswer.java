package io.callscope.analytics.llm.task;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered to the task about a summary. Immutable.
 *
 * @param summary in the model's own words; null when there are none
 * @param nextStep likewise; null when there is nothing to do
 */
public record SummaryAnswer(
        @Nullable String summary, @Nullable String nextStep) {
    /**
     * Reads an answer.
     *
     * @param json of the task's schema
     */
    public static SummaryAnswer of(JsonNode json) {
        return new SummaryAnswer(text(json.path(AnswerSchemas.SUMMARY)), text(json.path(AnswerSchemas.NEXT_STEP)));
    }

    private static @Nullable String text(JsonNode node) {
        String text = node.asText().strip();
        return text.isEmpty() ? null : text;
    }

    /** Words of a call may be in here: nothing of them may reach a log by accident. */
    @Override
    public String toString() {
        return "SummaryAnswer[summary=%s, nextStep=%s]".formatted(summary != null, nextStep != null);
    }
}
