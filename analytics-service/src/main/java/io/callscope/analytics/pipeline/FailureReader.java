package io.callscope.analytics.pipeline;

import io.callscope.analytics.store.CallFailure;
import io.callscope.kit.consume.DeadLetter;
import io.callscope.kit.consume.Received;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.json.EventJson;
import io.callscope.model.json.MalformedEventException;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallImported;
import io.callscope.model.transcript.CallTranscribed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads out of a dead letter which call failed and why. Stateless. */
final class FailureReader {
    /** What the rejected event said, as far as it can be read. */
    private record Said(
            @Nullable CallMetadata metadata, @Nullable AudioManifest audio) {}

    private FailureReader() {}

    /** Empty when the record has no call id or is no dead letter of this product. */
    static Optional<CallFailure> read(Received received) {
        Optional<DeadLetter> letter = DeadLetter.fromHeaders(received.headers());
        Optional<CallId> callId = callId(received.key());
        if (letter.isEmpty() || callId.isEmpty()) {
            return Optional.empty();
        }
        DeadLetter found = letter.get();
        Said said = said(found.originTopic(), received.value());
        return Optional.of(new CallFailure(
                callId.get(),
                found.stage(),
                found.reason().id(),
                found.detail(),
                found.lastFailure(),
                said.metadata(),
                said.audio()));
    }

    private static Optional<CallId> callId(String key) {
        try {
            return Optional.of(new CallId(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Said said(String originTopic, byte[] value) {
        try {
            if (originTopic.equals(Topics.RECORDED)) {
                CallRecorded recorded = EventJson.read(value, CallRecorded.class);
                return new Said(recorded.metadata(), recorded.audio());
            }
            if (originTopic.equals(Topics.IMPORTED)) {
                return new Said(EventJson.read(value, CallImported.class).metadata(), null);
            }
            CallTranscribed transcribed = EventJson.read(value, CallTranscribed.class);
            return new Said(transcribed.metadata(), transcribed.audio());
        } catch (MalformedEventException | RejectedCallException e) {
            // That it cannot be read may be the very reason why it is here.
            return new Said(null, null);
        }
    }
}
