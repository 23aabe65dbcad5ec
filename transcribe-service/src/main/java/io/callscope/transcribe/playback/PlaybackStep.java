package io.callscope.transcribe.playback;

import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.call.CallId;
import io.callscope.model.transcript.Transcript;
import io.callscope.transcribe.audio.ListeningCopier;
import io.callscope.transcribe.audio.MutedSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sees to it that there is something that may be played of a call. Thread-safe. */
public final class PlaybackStep {
    private final ListeningCopier copier;
    private final PlaybackStore store;

    public PlaybackStep(ListeningCopier copier, PlaybackStore store) {
        this.copier = Objects.requireNonNull(copier, "copier");
        this.store = Objects.requireNonNull(store, "store");
    }

    /**
     * Makes and stores a copy where the recording itself must not, or cannot, be played. A second one of the same call
     * has the same bytes.
     *
     * @param recording a local file
     * @param scratch a file that may be written to; the caller deletes it
     * @return empty when the recording itself may be played
     * @throws RejectedCallException when the recording cannot be decoded
     * @throws RetryableException when the copy cannot be written or stored
     */
    public Optional<Playback> apply(CallId callId, Path recording, Transcript transcript, Path scratch)
            throws InterruptedException, IOException {
        List<MutedSpan> muted = RedactedSpans.of(transcript);
        if (!copier.copy(recording, scratch, muted)) {
            return Optional.empty();
        }
        Playback.Cause cause = muted.isEmpty() ? Playback.Cause.FORMAT : Playback.Cause.REDACTION;
        return Optional.of(new Playback(store.keep(callId, scratch), cause));
    }
}
