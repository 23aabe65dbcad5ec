package io.callscope.analytics.web.audio;

import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallDetail.StoredTranscript;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.Transcript;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may be played of a call: the copy where there is one, never a recording in which personal data is known to be
 * said. Pure.
 *
 * @param state whether anything may
 * @param manifest where it lies; null unless {@link State#PRESENT}
 */
public record PlayableAudio(State state, @Nullable AudioManifest manifest) {
    /** Whether something may be played. */
    public enum State {
        /** There is something. */
        PRESENT,
        /** The call never had a recording. */
        NONE,
        /** Nobody knows yet what is said in the recording. */
        UNTRANSCRIBED,
        /** Personal data is said in the recording, and there is no copy without. */
        WITHHELD
    }

    public PlayableAudio {
        Objects.requireNonNull(state, "state");
        if ((state == State.PRESENT) != (manifest != null)) {
            throw new IllegalArgumentException(
                    "playable audio %s: expected a manifest when something may be played".formatted(state));
        }
    }

    /**
     * @param playUntranscribed whether a recording may be heard before anybody looked for personal data in it
     */
    public static PlayableAudio of(CallDetail detail, boolean playUntranscribed) {
        AudioManifest recording = detail.entry().audio();
        StoredTranscript transcript = detail.transcript();
        if (transcript != null && transcript.playback() != null) {
            return new PlayableAudio(State.PRESENT, transcript.playback());
        }
        if (recording == null) {
            return new PlayableAudio(State.NONE, null);
        }
        if (transcript == null && !playUntranscribed) {
            return new PlayableAudio(State.UNTRANSCRIBED, null);
        }
        if (transcript != null && isRedacted(transcript.transcript())) {
            return new PlayableAudio(State.WITHHELD, null);
        }
        return new PlayableAudio(State.PRESENT, recording);
    }

    private static boolean isRedacted(Transcript transcript) {
        return transcript.utterances().stream()
                .flatMap(utterance -> utterance.rewrites().stream())
                .anyMatch(rewrite -> rewrite.kind() == Rewrite.Kind.REDACTION);
    }
}
