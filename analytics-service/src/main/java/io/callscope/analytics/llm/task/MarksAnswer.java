package io.callscope.analytics.llm.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a model answered to a task about barriers and drivers. Immutable. */
public record MarksAnswer(List<Claim> claims) {
    public MarksAnswer {
        claims = List.copyOf(claims);
    }

    /**
     * A barrier or a driver by the model.
     *
     * @param code of the codebook
     * @param stage of the codebook; null when the model cannot tell
     * @param severity 0 to 3, as the model says, whatever the code is
     * @param place where it was said
     */
    public record Claim(String code, @Nullable String stage, int severity, Place place) {
        public Claim {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(place, "place");
        }
    }

    /**
     * Reads an answer.
     *
     * @param json of the task's schema
     */
    public static MarksAnswer of(JsonNode json) {
        List<Claim> claims = new ArrayList<>();
        for (JsonNode mark : json.path(AnswerSchemas.MARKS)) {
            String stage = mark.path(AnswerSchemas.STAGE).asText();
            claims.add(new Claim(
                    mark.path(AnswerSchemas.CODE).asText(),
                    stage.equals(AnswerSchemas.NO_STAGE) ? null : stage,
                    mark.path(AnswerSchemas.SEVERITY).asInt(),
                    Place.of(mark)));
        }
        return new MarksAnswer(claims);
    }
}
