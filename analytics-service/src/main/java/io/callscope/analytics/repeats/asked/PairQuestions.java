package io.callscope.analytics.repeats.asked;

import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.pair.PairVerdict;
import io.callscope.model.call.CallId;
import java.util.Objects;
import java.util.Optional;

/**
 * Port: the pairs of contacts whose question is open, and what was answered. A pair is handed out to one process at a
 * time. Implementations are thread-safe.
 */
public interface PairQuestions {
    /**
     * Takes the next pair: of a contact that began within the time that is looked back, and the customer's contact before
     * it within the window, or the one before that when the first was found to be another issue.
     *
     * @throws io.callscope.kit.failure.RetryableException when the store is away
     */
    Optional<Claim> claim();

    /**
     * Keeps an answer and has the customer linked again.
     *
     * @param version of model and question
     */
    void answered(Claim claim, PairVerdict verdict, String version);

    /** There is no usable answer, and asking again would end the same: the pair stays undecided. */
    void failed(Claim claim, LlmFailure failure, String version);

    /** The pair is asked about later. */
    void giveBack(Claim claim);

    /**
     * A pair that this process asks about.
     *
     * @param earlierHash of the transcript that is asked about, likewise {@code laterHash}
     */
    record Claim(CallId earlier, CallId later, String earlierHash, String laterHash) {
        public Claim {
            Objects.requireNonNull(earlier, "earlier");
            Objects.requireNonNull(later, "later");
            Objects.requireNonNull(earlierHash, "earlierHash");
            Objects.requireNonNull(laterHash, "laterHash");
        }
    }
}
