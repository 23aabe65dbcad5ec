package io.callscope.analytics.llm.endpoint;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import io.callscope.analytics.llm.ask.Answer;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.ask.TokenUsage;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question as LangChain4j's request, and LangChain4j's response as an answer; the same for every model. Stateless. */
public final class ChatForm {
    /** How far from the likeliest answer a vote may be; self-consistency was measured at 0.5 to 0.7 (Wang et al. 2022). */
    private static final double VOTE_TEMPERATURE = 0.7;

    private ChatForm() {}

    /** The question in this form of answer. */
    public static ChatRequest request(Question question, AnswerForm how) {
        String instruction = question.user();
        if (how != AnswerForm.SCHEMA) {
            instruction += "\n\nJSON Schema:\n" + question.schema();
        }
        OpenAiChatRequestParameters.Builder parameters =
                OpenAiChatRequestParameters.builder().maxOutputTokens(question.maxAnswerTokens());
        if (question.vote() > 0) {
            parameters.temperature(VOTE_TEMPERATURE).seed(question.vote());
        }
        switch (how) {
            case SCHEMA ->
                parameters.responseFormat(ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder()
                                .name(question.task().replaceAll("[^A-Za-z0-9_-]", "_"))
                                .rootElement(
                                        JsonRawSchema.from(question.schema().toString()))
                                .build())
                        .build());
            case OBJECT -> parameters.responseFormat(ResponseFormat.JSON);
            case WORDS -> {
                // nothing more to say
            }
        }
        return ChatRequest.builder()
                .messages(List.of(SystemMessage.from(question.system()), UserMessage.from(instruction)))
                .parameters(parameters.build())
                .build();
    }

    /**
     * The answer of one request.
     *
     * @throws LlmFailedException when the response says that there is none
     */
    public static Answer answer(Question question, ChatResponse response) {
        String text = response.aiMessage() == null ? null : response.aiMessage().text();
        TokenUsage usage = usage(question, response, text);
        if (response.finishReason() == FinishReason.LENGTH) {
            throw new LlmFailedException(
                    LlmFailure.CUT_OFF,
                    "task %s: answer cut off after %d tokens, at most %d were allowed"
                            .formatted(question.task(), usage.output(), question.maxAnswerTokens()),
                    usage);
        }
        if (response.finishReason() == FinishReason.CONTENT_FILTER) {
            throw new LlmFailedException(
                    LlmFailure.REFUSED, "task %s: the endpoint's filter".formatted(question.task()), usage);
        }
        if (text == null || text.isBlank()) {
            throw new LlmFailedException(
                    LlmFailure.EMPTY, "task %s: a reply without an answer".formatted(question.task()), usage);
        }
        return new Answer(text, usage, 1);
    }

    private static TokenUsage usage(Question question, ChatResponse response, @Nullable String text) {
        dev.langchain4j.model.output.TokenUsage said = response.tokenUsage();
        if (said == null || said.inputTokenCount() == null || said.outputTokenCount() == null) {
            return new TokenUsage(
                    TokenEstimate.of(question.system()) + TokenEstimate.of(question.user()),
                    0,
                    text == null ? 0 : TokenEstimate.of(text),
                    true);
        }
        int cached = 0;
        if (said instanceof OpenAiTokenUsage detailed
                && detailed.inputTokensDetails() != null
                && detailed.inputTokensDetails().cachedTokens() != null) {
            cached = Math.min(detailed.inputTokensDetails().cachedTokens(), said.inputTokenCount());
        }
        return new TokenUsage(said.inputTokenCount(), cached, said.outputTokenCount(), false);
    }
}
