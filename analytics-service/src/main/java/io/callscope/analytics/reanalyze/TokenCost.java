package io.callscope.analytics.reanalyze;

import io.callscope.analytics.llm.AskingJudge;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import io.callscope.analytics.store.StoredCalls;
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
    /** Both together. */
    public long tokens() {
        return inputTokens + outputTokens;
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
        long[] sums = new long[5];
        new Walk(calls)
                .through(
                        span,
                        progress,
                        page -> page.forEach(call -> {
                            long before = sums[1];
                            for (Question question : judge.questions(call.transcribed())) {
                                sums[1]++;
                                if (isKept.test(question)) {
                                    sums[2]++;
                                } else {
                                    sums[3] += TokenEstimate.of(question.system())
                                            + TokenEstimate.of(question.user())
                                            + TokenEstimate.of(question.schema().toString());
                                    sums[4] += question.maxAnswerTokens();
                                }
                            }
                            sums[0] += sums[1] > before ? 1 : 0;
                        }));
        return new TokenCost(sums[0], sums[1], sums[2], sums[3], sums[4]);
    }
}
