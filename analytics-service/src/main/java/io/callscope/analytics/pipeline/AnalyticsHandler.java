package io.callscope.analytics.pipeline;

import io.callscope.analytics.llm.Judgement;
import io.callscope.analytics.llm.ParkedCalls;
import io.callscope.analytics.parties.CorrectedParties;
import io.callscope.analytics.parties.PartyCorrection;
import io.callscope.analytics.store.CallIntake;
import io.callscope.kit.consume.Received;
import io.callscope.kit.consume.RecordHandler;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.publish.EventPublisher;
import io.callscope.kit.topic.Topics;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.json.EventJson;
import io.callscope.model.json.MalformedEventException;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallTranscribed;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What analytics-service does with the records it consumes: a recorded call gets its row, a transcribed one its
 * analysis, a dead letter marks its call as failed. The store is written before the result is published and the offset
 * committed, so a crash between them repeats work that changes nothing.
 */
public final class AnalyticsHandler implements RecordHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(AnalyticsHandler.class);

    private final Supplier<Assessor> assessors;
    private final CallIntake calls;
    private final EventPublisher events;
    private final AnalyticsMeters meters;
    private final Clock clock;
    private final ParkedCalls parked;

    /** With the rules alone. */
    public AnalyticsHandler(
            AnalyzeStep analyze, CallIntake calls, EventPublisher events, AnalyticsMeters meters, Clock clock) {
        this(() -> Assessor.byRules(analyze), ParkedCalls.NONE, calls, events, meters, clock);
    }

    /**
     * @param assessors asked once for each call
     * @param parked where calls wait that a language model had no answer for
     */
    public AnalyticsHandler(
            Supplier<Assessor> assessors,
            ParkedCalls parked,
            CallIntake calls,
            EventPublisher events,
            AnalyticsMeters meters,
            Clock clock) {
        this.parked = parked;
        this.assessors = assessors;
        this.calls = calls;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    /** The topics this handler understands. */
    public static List<String> topics() {
        return List.of(
                Topics.RECORDED,
                Topics.TRANSCRIBED,
                Topics.deadLettersOf(Topics.RECORDED),
                Topics.deadLettersOf(Topics.IMPORTED),
                Topics.deadLettersOf(Topics.TRANSCRIBED));
    }

    @Override
    public void handle(Received received) throws InterruptedException {
        if (Topics.isDeadLetters(received.topic())) {
            FailureReader.read(received)
                    .ifPresentOrElse(
                            calls::failed,
                            () -> LOGGER.atWarn()
                                    .addKeyValue("topic", received.topic())
                                    .addKeyValue("partition", received.partition())
                                    .addKeyValue("offset", received.offset())
                                    .log("dead letter without a call"));
        } else if (received.topic().equals(Topics.RECORDED)) {
            recorded(received);
        } else {
            analyze(read(received, CallTranscribed.class));
        }
    }

    /** A recorded event that cannot be read is rejected by transcribe-service, whose dead letter makes the row. */
    private void recorded(Received received) {
        try {
            calls.recorded(EventJson.read(received.value(), CallRecorded.class));
        } catch (MalformedEventException e) {
            LOGGER.atWarn()
                    .addKeyValue("topic", received.topic())
                    .addKeyValue("offset", received.offset())
                    .log("recorded event cannot be read");
        }
    }

    /** A correction that comes in between is held against the transcript before anything is stored. */
    private void analyze(CallTranscribed transcribed) throws InterruptedException {
        Optional<Stored> stored = Optional.empty();
        while (stored.isEmpty()) {
            stored =
                    analyzed(transcribed, calls.correction(transcribed.callId()).orElse(null));
        }
        CallAnalyzed analyzed = stored.get().analyzed();
        Judgement judgement = stored.get().judgement();
        Judgement.Unanswered unanswered = judgement.unanswered();
        if (unanswered != null) {
            // after the store: whoever takes the call up again finds what the rules heard
            parked.park(transcribed.callId(), unanswered.failure(), unanswered.detail());
        } else if (judgement.report() != null) {
            parked.answered(transcribed.callId());
        }
        events.publish(Topics.ANALYZED, transcribed.callId(), analyzed);
        meters.judged(judgement);
        meters.analyzed(analyzed.analysis());
        LOGGER.atInfo()
                .addKeyValue("callId", transcribed.callId())
                .addKeyValue("outcome", analyzed.analysis().verdict())
                .log("call analyzed");
    }

    private record Stored(CallAnalyzed analyzed, Judgement judgement) {}

    /** The stored analysis; empty when somebody corrected who speaks meanwhile. */
    private Optional<Stored> analyzed(CallTranscribed event, @Nullable PartyCorrection correction)
            throws InterruptedException {
        CallTranscribed corrected = CorrectedParties.of(event, correction);
        long begin = System.nanoTime();
        Assessor assessor = assessors.get();
        Judgement judgement = assessor.judge().judge(corrected);
        CallAnalyzed analyzed = new CallAnalyzed(
                event.callId(), event.metadata(), assessor.step().apply(corrected, judgement), clock.instant());
        meters.classified(System.nanoTime() - begin);
        boolean isStored = calls.analyzed(corrected, analyzed, correction == null ? 0 : correction.number());
        return isStored ? Optional.of(new Stored(analyzed, judgement)) : Optional.empty();
    }

    private static <T> T read(Received received, Class<T> type) {
        try {
            return EventJson.read(received.value(), type);
        } catch (MalformedEventException e) {
            throw new RejectedCallException(
                    RejectReason.MALFORMED_EVENT, Objects.requireNonNullElse(e.getMessage(), "not readable"));
        }
    }
}
