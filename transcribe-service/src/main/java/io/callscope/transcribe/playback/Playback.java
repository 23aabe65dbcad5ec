package io.callscope.transcribe.playback;

import io.callscope.model.recording.AudioManifest;
import java.util.Locale;
import java.util.Objects;

/**
 * A copy that is played instead of the recording.
 *
 * @param manifest where it lies
 * @param cause why there is one
 */
public record Playback(AudioManifest manifest, Cause cause) {
    /** Why a recording is not played itself. */
    public enum Cause {
        /** Personal data is said in it. */
        REDACTION,
        /** Browsers do not play its format. */
        FORMAT;

        /** The word for this value in metrics. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Playback {
        Objects.requireNonNull(manifest, "manifest");
        Objects.requireNonNull(cause, "cause");
    }
}
