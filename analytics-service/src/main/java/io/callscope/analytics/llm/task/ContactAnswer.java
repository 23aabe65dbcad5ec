package io.callscope.analytics.llm.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.model.analysis.Resolution;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered to the task about the contact as a whole. Immutable.
 *
 * @param reason id of the contact reason
 * @param resolution how the question ended
 * @param repeat whether the customer says that he was in touch before
 * @param contactNumber which contact it is, from 2; null when that was not said
 * @param cause id of the cause; means nothing when it is no repeat
 * @param place where the repeat is spoken of
 */
public record ContactAnswer(
        String reason,
        Resolution resolution,
        boolean repeat,
        @Nullable Integer contactNumber,
        String cause,
        Place place) {
    public ContactAnswer {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(resolution, "resolution");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(place, "place");
    }

    /**
     * Reads an answer.
     *
     * @param json of the task's schema
     */
    public static ContactAnswer of(JsonNode json) {
        int number = json.path(AnswerSchemas.CONTACT_NUMBER).asInt();
        return new ContactAnswer(
                json.path(AnswerSchemas.REASON).asText(),
                Resolution.ofId(json.path(AnswerSchemas.RESOLUTION).asText()),
                json.path(AnswerSchemas.REPEAT).asBoolean(),
                number >= 2 ? number : null,
                json.path(AnswerSchemas.CAUSE).asText(),
                Place.of(json));
    }
}
