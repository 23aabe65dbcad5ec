package io.callscope.analytics.llm.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * What a model answered about two calls; nobody has looked yet whether it was said.
 *
 * @param same whether the later call is about the same issue
 * @param earlier where the earlier one shows it
 * @param later where the later one does
 */
public record PairAnswer(boolean same, Place earlier, Place later) {
    public PairAnswer {
        Objects.requireNonNull(earlier, "earlier");
        Objects.requireNonNull(later, "later");
    }

    /**
     * Reads an answer.
     *
     * @param json of the task's schema
     */
    public static PairAnswer of(JsonNode json) {
        return new PairAnswer(
                json.path(AnswerSchemas.SAME).asBoolean(),
                Place.of(json.path(AnswerSchemas.EARLIER)),
                Place.of(json.path(AnswerSchemas.LATER)));
    }
}
