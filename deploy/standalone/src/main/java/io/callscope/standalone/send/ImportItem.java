package io.callscope.standalone.send;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One file to send.
 *
 * @param callId valid call id
 * @param file the recording, or the transcript
 * @param kind what the file is
 * @param sidecar JSON with the recording's metadata; null when there is none
 */
public record ImportItem(
        String callId, Path file, Kind kind, @Nullable Path sidecar) {
    public ImportItem {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(kind, "kind");
    }

    /** What a file holds. */
    public enum Kind {
        RECORDING,
        TRANSCRIPT
    }
}
