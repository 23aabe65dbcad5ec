package io.callscope.analytics.llm.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.callscope.analytics.llm.LlmFixtures;
import io.callscope.analytics.llm.ScriptedModel;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.task.Task;
import io.callscope.analytics.llm.task.Tasks;
import io.callscope.model.call.CallId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskingTest {
    private static final String GOOD = "{\"summary\":\"a\",\"nextStep\":\"b\"}";
    private static final Task TASK =
            new Tasks(LlmFixtures.CODEBOOK, Objects.requireNonNull(LlmFixtures.PROMPTS.get("en")), 8_192).summary();
    private static final Question QUESTION = TASK.question(new CallId("call-1"), "hash", "a secret was said");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"summary\":\"a\",\"nextStep\":\"b\"}",
                "  {\"summary\":\"a\",\"nextStep\":\"b\"}  ",
                "```json\\n{\"summary\":\"a\",\"nextStep\":\"b\"}\\n```",
                "```\\n{\"summary\":\"a\",\"nextStep\":\"b\"}\\n```"
            })
    void takesWhatIsOfTheSchema(String answer) throws InterruptedException {
        // Given
        ScriptedModel model = answers(answer.replace("\\n", "\n"));

        // When
        Reply reply = new Asking(model).ask(TASK, QUESTION);

        // Then
        assertThat(reply.json().get("summary").asText()).isEqualTo("a");
        assertThat(reply.paidRequests()).isOne();
        assertThat(model.asked()).containsExactly(QUESTION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "I am sorry | GARBAGE",
                "{\"summary\":\"a\",\"nextStep\":\"b\" | GARBAGE",
                "{\"summary\":\"a\",\"nextStep\":\"b\"} and more | GARBAGE",
                "{\"summary\":\"a\",\"summary\":\"c\",\"nextStep\":\"b\"} | GARBAGE",
                "Here: ```json {\"summary\":\"a\",\"nextStep\":\"b\"}``` | GARBAGE",
                "{} | WRONG_SCHEMA",
                "null | WRONG_SCHEMA",
                "[] | WRONG_SCHEMA",
                "{\"summary\":\"a\",\"nextStep\":null} | WRONG_SCHEMA",
                "{\"summary\":1,\"nextStep\":\"b\"} | WRONG_SCHEMA",
                "{\"summary\":\"a\",\"nextStep\":\"b\",\"score\":100} | WRONG_SCHEMA"
            })
    void asksOnceMoreAndThenGivesUp(String answer, LlmFailure failure) {
        // Given
        ScriptedModel model = answers(answer, answer, GOOD);

        // When
        LlmFailedException failed =
                catchThrowableOfType(LlmFailedException.class, () -> new Asking(model).ask(TASK, QUESTION));

        // Then
        assertThat(failed.failure()).isEqualTo(failure);
        assertThat(model.asked()).hasSize(2);
        assertThat(failed.getMessage()).contains("summary").doesNotContain("sorry", "secret", "100");
    }

    @Test
    void theRepairSaysWhatWasWrongAndNotWhatWasSaid() throws InterruptedException {
        // Given
        ScriptedModel model = answers("{\"summary\":7,\"nextStep\":\"b\",\"spoken words\":1}", GOOD);

        // When
        Reply reply = new Asking(model).ask(TASK, QUESTION);

        // Then
        Question repair = model.asked().get(1);
        assertThat(reply.paidRequests()).isEqualTo(2);
        assertThat(reply.usage().input()).isEqualTo(200);
        assertThat(repair.transcript()).isEqualTo(QUESTION.transcript());
        assertThat(repair.instruction())
                .startsWith(QUESTION.instruction())
                .contains("/summary: type", "additionalProperties")
                .doesNotContain("secret", "spoken words");
        assertThat(repair.promptHash()).isNotEqualTo(QUESTION.promptHash());
    }

    private static ScriptedModel answers(String... answers) {
        Queue<String> left = new ArrayDeque<>(List.of(answers));
        return new ScriptedModel(question -> left.remove());
    }
}
