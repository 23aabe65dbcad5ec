package io.callscope.analytics.llm.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a model answered to some questions of scorecards about one window. Immutable. */
public record CriteriaAnswer(List<Said> said) {
    public CriteriaAnswer {
        said = List.copyOf(said);
    }

    /**
     * One answer.
     *
     * @param number of the question within its task, from 1
     * @param answer yes, no, not-applicable or unclear
     * @param place where it was said
     */
    public record Said(int number, String answer, Place place) {
        public Said {
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(place, "place");
        }
    }

    /**
     * Reads an answer; a question that is answered twice is answered unclearly.
     *
     * @param json of the task's schema
     */
    public static CriteriaAnswer of(JsonNode json) {
        List<Said> said = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        Set<Integer> twice = new HashSet<>();
        for (JsonNode one : json.path(AnswerSchemas.ANSWERS)) {
            int number = Integer.parseInt(one.path(AnswerSchemas.QUESTION).asText());
            if (!seen.add(number)) {
                twice.add(number);
            }
            said.add(new Said(number, one.path(AnswerSchemas.ANSWER).asText(), Place.of(one)));
        }
        said.removeIf(one -> twice.contains(one.number()));
        return new CriteriaAnswer(said);
    }
}
