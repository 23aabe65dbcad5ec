package io.callscope.analytics.llm.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.model.call.CallId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerKeyTest {
    private final Question question = new Question(
            new CallId("c-1"),
            "0",
            "marks-1",
            "1",
            "system",
            "words",
            "why?",
            JsonNodeFactory.instance.objectNode(),
            100);

    @Test
    void eachVoteIsKeptApart() {
        // When
        List<String> keys = IntStream.range(0, 3)
                .mapToObj(vote -> AnswerKey.of(question.withVote(vote), "model", "temperature=0"))
                .toList();

        // Then
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(keys.get(0)).isEqualTo(AnswerKey.of(question, "model", "temperature=0"));
    }

    @Test
    void aRepairedQuestionIsOfTheSameVote() {
        // When
        Question repaired = question.withVote(2).withInstruction("why? As JSON.");

        // Then
        assertThat(repaired.vote()).isEqualTo(2);
    }
}
