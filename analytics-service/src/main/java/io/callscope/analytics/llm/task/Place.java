package io.callscope.analytics.llm.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where a model says that something was said; nobody has looked yet.
 *
 * @param utterances ids of utterances; they may not exist
 * @param anchor the words by the model; they may never have been said
 */
public record Place(List<Integer> utterances, String anchor) {
    public Place {
        utterances = List.copyOf(utterances);
        Objects.requireNonNull(anchor, "anchor");
    }

    static Place of(JsonNode json) {
        List<Integer> utterances = new ArrayList<>();
        json.path(AnswerSchemas.UTTERANCES).forEach(id -> {
            if (id.canConvertToInt()) {
                utterances.add(id.asInt());
            }
        });
        return new Place(utterances, json.path(AnswerSchemas.ANCHOR).asText());
    }

    /** Words of a call may be in here: nothing of them may reach a log by accident. */
    @Override
    public String toString() {
        return "Place[utterances=%s, characters=%d]".formatted(utterances, anchor.length());
    }
}
