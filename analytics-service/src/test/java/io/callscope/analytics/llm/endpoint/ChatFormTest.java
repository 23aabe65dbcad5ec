package io.callscope.analytics.llm.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.model.call.CallId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChatFormTest {
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

    @ParameterizedTest
    @EnumSource(AnswerForm.class)
    void theFirstVoteLeavesTemperatureAndSeedToTheModel(AnswerForm form) {
        // When
        ChatRequest request = ChatForm.request(question, form);

        // Then
        assertThat(request.parameters().temperature()).isNull();
        assertThat(request.maxOutputTokens()).isEqualTo(100);
    }

    @Test
    void otherVotesAreDrawnEachWithItsSeed() {
        // When
        ChatRequest request = ChatForm.request(question.withVote(2), AnswerForm.SCHEMA);

        // Then
        assertThat(request.parameters().temperature()).isGreaterThan(0);
        assertThat(((OpenAiChatRequestParameters) request.parameters()).seed()).isEqualTo(2);
        assertThat(request.responseFormat()).isNotNull();
    }
}
