package io.callscope.analytics.llm.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.llm.ask.Answer;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.prompt.Template;
import io.callscope.analytics.llm.task.Task;
import java.util.Map;
import java.util.Objects;

/** Asks a model and holds the answer against its schema; what is not usable is asked for once more. Thread-safe. */
public final class Asking {
    private final LanguageModel model;

    public Asking(LanguageModel model) {
        this.model = Objects.requireNonNull(model, "model");
    }

    /**
     * The answer.
     *
     * @param question asked of the task
     * @throws LlmFailedException of reason GARBAGE or WRONG_SCHEMA when the second answer is not usable either, and for
     *     the model's own reasons
     * @throws io.callscope.kit.failure.RetryableException when the model is away
     * @throws InterruptedException when the service stops
     */
    public Reply ask(Task task, Question question) throws InterruptedException {
        Answer first = model.ask(question);
        AnswerReader.Read read = AnswerReader.read(first.text(), task);
        if (read.json() != null) {
            return new Reply(read.json(), first.usage(), first.paidRequests());
        }
        String repair = new Template(task.repair()).fill(Map.of("problems", String.join("\n", read.problems())));
        Question repaired = question.withInstruction(question.instruction() + repair);
        Answer second = model.ask(repaired);
        AnswerReader.Read again = AnswerReader.read(second.text(), task);
        JsonNode json = again.json();
        if (json == null) {
            model.unusable(question);
            model.unusable(repaired);
            throw failed(task, again);
        }
        return new Reply(json, first.usage().plus(second.usage()), first.paidRequests() + second.paidRequests());
    }

    private static LlmFailedException failed(Task task, AnswerReader.Read read) {
        LlmFailure failure = Objects.requireNonNullElse(read.failure(), LlmFailure.GARBAGE);
        String expected = failure == LlmFailure.GARBAGE ? "JSON" : "an answer of the task's schema";
        return new LlmFailedException(
                failure, "task %s: %s after one repair, expected %s".formatted(task.id(), failure.id(), expected));
    }
}
