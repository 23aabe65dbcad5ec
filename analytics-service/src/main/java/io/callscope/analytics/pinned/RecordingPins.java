package io.callscope.analytics.pinned;

import io.callscope.kit.audio.RecordingSource;
import io.callscope.model.recording.AudioManifest;
import java.nio.file.Path;
import java.util.Set;

/**
 * Where pinned recordings lie, each by its SHA-256. Implementations are thread-safe. Every method throws {@link
 * io.callscope.kit.failure.RetryableException} when the place cannot be read or written for now.
 */
public interface RecordingPins {
    /** Hashes of what is pinned. */
    Set<String> held();

    /** Bytes that the pins take. */
    long bytes();

    /**
     * Pins a recording; one that is pinned stays as it is.
     *
     * @throws PinsFullException when there is no room for it
     * @throws io.callscope.kit.failure.RejectedCallException when the source no longer has it whole
     */
    void pin(AudioManifest manifest, RecordingSource source);

    /** Drops a pin; none is no error. */
    void unpin(String sha256);

    /**
     * Writes a pinned recording to {@code target}, replacing it.
     *
     * @return false when it is not pinned whole; nothing is left at {@code target} then
     */
    boolean copyTo(String sha256, Path target);
}
