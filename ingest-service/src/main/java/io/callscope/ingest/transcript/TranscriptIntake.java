package io.callscope.ingest.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.ingest.metadata.MetadataException;
import io.callscope.ingest.metadata.MetadataReader;
import io.callscope.ingest.recording.IntakeOutcome;
import io.callscope.ingest.recording.RecordingRegistry;
import io.callscope.ingest.recording.RecordingRegistry.Entry;
import io.callscope.ingest.recording.RecordingRegistry.Kind;
import io.callscope.kit.publish.EventPublisher;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.CallImported;
import io.callscope.model.transcript.Transcript;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Takes a ready transcript in and puts it on {@code calls.imported.v1}. Thread-safe. */
public final class TranscriptIntake {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MetadataReader metadataReader;
    private final RecordingRegistry registry;
    private final EventPublisher events;
    private final Clock clock;
    private final Supplier<UUID> uploadIds;

    public TranscriptIntake(
            MetadataReader metadataReader,
            RecordingRegistry registry,
            EventPublisher events,
            Clock clock,
            Supplier<UUID> uploadIds) {
        this.metadataReader = metadataReader;
        this.registry = registry;
        this.events = events;
        this.clock = clock;
        this.uploadIds = uploadIds;
    }

    /**
     * Returns once the event is acknowledged.
     *
     * @param callId the call
     * @param body JSON with {@code metadata} and {@code utterances}
     * @throws MetadataException naming every field that is wrong
     * @throws io.callscope.kit.failure.RetryableException when Kafka or the database does not answer
     * @throws io.callscope.kit.failure.RejectedCallException EVENT_TOO_LARGE
     */
    public IntakeOutcome accept(CallId callId, byte[] body) {
        JsonNode source = parse(body);
        CallMetadata metadata = metadataReader.read(metadataOf(source));
        Transcript transcript = TranscriptReader.read(source, metadata.language());
        String uploadId = uploadIds.get().toString();
        Entry entry = registry.claim(callId, Kind.TRANSCRIPT, transcript.hash(), Math.max(1, body.length), uploadId);
        if (!entry.isSame(Kind.TRANSCRIPT, transcript.hash())) {
            return new IntakeOutcome.Conflict();
        }
        if (entry.isPublished()) {
            return new IntakeOutcome.AlreadyThere(null);
        }
        events.publish(Topics.IMPORTED, callId, new CallImported(callId, metadata, transcript, clock.instant()));
        registry.published(callId, uploadId, null);
        return new IntakeOutcome.Accepted(null);
    }

    /** The language may stand beside the utterances, where other systems write it, instead of in the metadata. */
    private static JsonNode metadataOf(JsonNode source) {
        JsonNode metadata = source.path("metadata");
        if (metadata instanceof ObjectNode given && !given.hasNonNull("language") && source.hasNonNull("language")) {
            return given.deepCopy().set("language", source.get("language"));
        }
        return metadata;
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode source = JSON.readTree(body);
            if (source != null && source.isObject()) {
                return source;
            }
        } catch (JsonProcessingException e) {
            throw notJson();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("reading from memory failed", e);
        }
        throw notJson();
    }

    private static MetadataException notJson() {
        return MetadataException.of("body", "no valid JSON; expected an object with metadata and utterances");
    }
}
