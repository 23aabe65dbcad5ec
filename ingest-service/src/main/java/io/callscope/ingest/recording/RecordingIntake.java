package io.callscope.ingest.recording;

import io.callscope.ingest.recording.RecordingRegistry.Entry;
import io.callscope.ingest.recording.RecordingRegistry.Kind;
import io.callscope.ingest.recording.Spool.Spooled;
import io.callscope.kit.audio.KafkaRecordingWriter;
import io.callscope.kit.publish.EventPublisher;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.recording.CallRecorded;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes a spooled recording in: registers it, writes its chunks, then the manifest, then marks it published. A crash
 * between any two steps leaves an unacknowledged upload, which the source sends again; the second attempt uses a new
 * upload id and wins. Thread-safe.
 */
public final class RecordingIntake {
    private final RecordingRegistry registry;
    private final KafkaRecordingWriter recordings;
    private final EventPublisher events;
    private final Clock clock;
    private final Supplier<UUID> uploadIds;

    public RecordingIntake(
            RecordingRegistry registry,
            KafkaRecordingWriter recordings,
            EventPublisher events,
            Clock clock,
            Supplier<UUID> uploadIds) {
        this.registry = registry;
        this.recordings = recordings;
        this.events = events;
        this.clock = clock;
        this.uploadIds = uploadIds;
    }

    /**
     * Returns once the recording and its manifest are acknowledged.
     *
     * @throws io.callscope.kit.failure.RetryableException when Kafka or the database does not answer
     * @throws IOException when the spooled file cannot be read
     */
    public IntakeOutcome accept(CallId callId, CallMetadata metadata, Spooled recording) throws IOException {
        String uploadId = uploadIds.get().toString();
        Entry entry = registry.claim(callId, Kind.AUDIO, recording.sha256(), recording.bytes(), uploadId);
        if (!entry.isSame(Kind.AUDIO, recording.sha256())) {
            return new IntakeOutcome.Conflict();
        }
        if (entry.isPublished()) {
            return new IntakeOutcome.AlreadyThere(entry.manifest());
        }
        AudioManifest manifest = recordings.write(callId, uploadId, recording.file(), recording.sha256());
        events.publish(Topics.RECORDED, callId, new CallRecorded(callId, metadata, manifest, clock.instant()));
        registry.published(callId, uploadId, manifest);
        return new IntakeOutcome.Accepted(manifest);
    }
}
