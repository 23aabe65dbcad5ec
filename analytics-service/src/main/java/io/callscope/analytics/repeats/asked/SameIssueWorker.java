package io.callscope.analytics.repeats.asked;

import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.pair.PairVerdict;
import io.callscope.analytics.llm.pair.SameIssueAsker;
import io.callscope.analytics.repeats.asked.PairQuestions.Claim;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.TeamScope;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.RepeatedWork;
import io.callscope.model.call.CallId;
import io.callscope.model.transcript.CallTranscribed;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a language model say of pairs of contacts whether they are about the same issue, one after the other on a thread of
 * its own. Links stand by reasons until an answer is there. While the model is away, or the day's budget is used up, the
 * pairs wait. Thread-safe.
 */
public final class SameIssueWorker implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SameIssueWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final PairQuestions questions;
    private final CallRepository calls;
    private final Supplier<SameIssueAsker> asker;
    private final RepeatedWork work = new RepeatedWork("same-issue", this::askAll);

    /**
     * @param asker the one by the prompts in force
     */
    public SameIssueWorker(PairQuestions questions, CallRepository calls, Supplier<SameIssueAsker> asker) {
        this.questions = Objects.requireNonNull(questions, "questions");
        this.calls = Objects.requireNonNull(calls, "calls");
        this.asker = Objects.requireNonNull(asker, "asker");
    }

    /** Begins to ask. */
    public void start() {
        work.start(PAUSE, PAUSE);
    }

    /** Asks until no pair is open, or the model cannot be asked. */
    void askAll() {
        try {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                Optional<Claim> claim = questions.claim();
                more = claim.isPresent() && asked(claim.get());
            }
        } catch (RetryableException away) {
            LOGGER.atInfo().addKeyValue("error", away.toString()).log("pairs of contacts wait for the language model");
        } catch (InterruptedException stops) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @return whether others may be asked about now
     */
    private boolean asked(Claim claim) throws InterruptedException {
        boolean settled = false;
        try {
            SameIssueAsker asks = asker.get();
            try {
                questions.answered(claim, verdict(asks, claim), asks.version());
            } catch (LlmFailedException e) {
                if (e.failure() == LlmFailure.DAY_BUDGET) {
                    return false;
                }
                LOGGER.atWarn()
                        .addKeyValue("callId", claim.later())
                        .addKeyValue("failure", e.failure().id())
                        .log("no usable answer about a pair of contacts");
                questions.failed(claim, e.failure(), asks.version());
            }
            settled = true;
            return true;
        } finally {
            if (!settled) {
                questions.giveBack(claim);
            }
        }
    }

    /** Undecided when a transcript is gone or another one by now; then the pair is opened again. */
    private PairVerdict verdict(SameIssueAsker asks, Claim claim) throws InterruptedException {
        CallTranscribed earlier = shown(claim.earlier(), claim.earlierHash());
        CallTranscribed later = shown(claim.later(), claim.laterHash());
        return earlier == null || later == null ? PairVerdict.undecided() : asks.ask(earlier, later);
    }

    private @Nullable CallTranscribed shown(CallId call, String hash) {
        return calls.detail(call, TeamScope.all())
                .flatMap(CallDetail::shown)
                .filter(transcribed -> transcribed.transcriptHash().equals(hash))
                .orElse(null);
    }

    @Override
    public void close() {
        work.close();
    }
}
