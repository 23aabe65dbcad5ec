package io.callscope.kit.audio;

import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.recording.AudioManifest;
import java.nio.file.Path;

/** Where recordings are read from. Implementations are thread-safe. */
public interface RecordingSource {
    /**
     * Writes the whole recording to {@code target} (replacing it) and checks its hash. Nothing is left at
     * {@code target} on failure.
     *
     * @throws RejectedCallException AUDIO_EXPIRED, AUDIO_INCOMPLETE or AUDIO_HASH_MISMATCH
     * @throws RetryableException when the source is away, or the disk is full
     */
    void copyTo(AudioManifest manifest, Path target);
}
