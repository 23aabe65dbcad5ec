package io.callscope.analytics.pipeline;

import io.callscope.analytics.llm.Judgement;
import io.callscope.analytics.llm.ParkedCalls;
import io.callscope.analytics.llm.cache.AnswerCache;
import io.callscope.analytics.llm.parked.ParkedQueue.Claim;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.TeamScope;
import io.callscope.kit.publish.EventPublisher;
import io.callscope.kit.topic.Topics;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.transcript.CallTranscribed;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * Asks the language model again about a parked call, and stores and publishes what it says as a newer analysis. The call
 * stays parked until the broker has the analysis: what is broken off before is done again, out of kept answers. Thread-safe.
 */
public final class ParkedCallResumer {
    private final Supplier<Assessor> assessors;
    private final ParkedCalls parked;
    private final AnswerCache answers;
    private final CallRepository calls;
    private final EventPublisher events;
    private final AnalyticsMeters meters;
    private final Clock clock;

    /** How it ended. */
    public enum Outcome {
        /** The model had an answer, and it is stored and published. */
        ANSWERED,
        /** It has none, again; the rules' analysis stays, and so does the call. */
        PARKED_AGAIN,
        /** There is nothing to ask any more: no transcript, nothing said, no prompts for the language. */
        NOTHING_TO_ASK,
        /** The call has another transcript by now: nothing was stored, and the call is to be taken up anew. */
        CHANGED
    }

    public ParkedCallResumer(
            Supplier<Assessor> assessors,
            ParkedCalls parked,
            AnswerCache answers,
            CallRepository calls,
            EventPublisher events,
            AnalyticsMeters meters,
            Clock clock) {
        this.assessors = assessors;
        this.parked = parked;
        this.answers = answers;
        this.calls = calls;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * @throws io.callscope.kit.failure.RetryableException when the model, the store or the broker is away
     * @throws InterruptedException when the service stops
     */
    Outcome resume(Claim claim) throws InterruptedException {
        CallId callId = claim.callId();
        CallTranscribed shown =
                calls.detail(callId, TeamScope.all()).flatMap(CallDetail::shown).orElse(null);
        if (shown == null) {
            parked.answered(callId);
            return Outcome.NOTHING_TO_ASK;
        }
        answers.forgetUnusable(callId);
        Assessor assessor = assessors.get();
        Judgement judgement = assessor.judge().judge(shown);
        Judgement.Unanswered unanswered = judgement.unanswered();
        if (unanswered != null) {
            parked.park(callId, unanswered.failure(), unanswered.detail());
            meters.judged(judgement);
            return Outcome.PARKED_AGAIN;
        }
        if (judgement.report() == null) {
            parked.answered(callId);
            return Outcome.NOTHING_TO_ASK;
        }
        CallAnalyzed analyzed =
                new CallAnalyzed(callId, shown.metadata(), assessor.step().apply(shown, judgement), clock.instant());
        if (!calls.reanalyzed(shown, analyzed)) {
            return Outcome.CHANGED;
        }
        events.publish(Topics.ANALYZED, callId, analyzed);
        parked.answered(callId);
        meters.judged(judgement);
        meters.analyzed(analyzed.analysis());
        return Outcome.ANSWERED;
    }
}
