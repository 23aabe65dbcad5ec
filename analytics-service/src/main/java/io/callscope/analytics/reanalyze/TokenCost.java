package io.callscope.analytics.reanalyze;

import io.callscope.analytics.llm.AskingJudge;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import io.callscope.analytics.store.StoredCalls;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * What hearing calls with a language model takes, by estimate, before anything is asked. Answers that are kept cost
 * nothing. Repairs of answers and the joining of a long call's summaries are not in it. Immutable.
 *
 * @param calls calls that anything would be asked about
 * @param questions that would be asked
 * @param kept of these, questions whose answers are kept
 * @param inputTokens of the others; errs on the high side
 * @param outputTokens that their answers take at the most
 */
public record TokenCost(long calls, long questions, long kept, long inputTokens, long outputTokens) {
    private static final TokenCost NOTHING = new TokenCost(0, 0, 0, 0, 0);

    /** Both together. */
    public long tokens() {
        return inputTokens + outputTokens;
    }

    private TokenCost plus(TokenCost other) {
        return new TokenCost(
                calls + other.calls,
                questions + other.questions,
                kept + other.kept,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens);
    }

    private static TokenCost of(Question question, boolean isKept) {
        return isKept
                ? new TokenCost(0, 1, 1, 0, 0)
                : new TokenCost(0, 1, 0, TokenEstimate.of(question), question.maxAnswerTokens());
    }

    /** Of one call's questions. */
    private static TokenCost of(List<Question> questions, Predicate<Question> isKept) {
        TokenCost asked = new TokenCost(questions.isEmpty() ? 0 : 1, 0, 0, 0, 0);
        return questions.stream()
                .map(question -> of(question, isKept.test(question)))
                .reduce(NOTHING, TokenCost::plus)
                .plus(asked);
    }

    /**
     * Reads the calls and counts.
     *
     * @param isKept whether an answer is kept
     * @throws io.callscope.kit.failure.RetryableException when the store is away
     */
    public static TokenCost of(
            StoredCalls calls, AskingJudge judge, Predicate<Question> isKept, Span span, Progress progress)
            throws InterruptedException {
        AtomicReference<TokenCost> sum = new AtomicReference<>(NOTHING);
        new Walk(calls)
                .through(
                        span,
                        progress,
                        page -> page.forEach(call -> sum.accumulateAndGet(
                                of(judge.questions(call.transcribed()), isKept), TokenCost::plus)));
        return Objects.requireNonNull(sum.get());
    }
}
