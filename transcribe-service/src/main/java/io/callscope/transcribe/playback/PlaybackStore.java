package io.callscope.transcribe.playback;

import io.callscope.kit.failure.RetryableException;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.AudioManifest;
import java.io.IOException;
import java.nio.file.Path;

/** Where copies for listening are kept. Implementations are thread-safe. */
@FunctionalInterface
public interface PlaybackStore {
    /**
     * Keeps a copy for as long as recordings are kept.
     *
     * @param copy at least one byte; not needed afterwards
     * @return where it lies
     * @throws RetryableException when the store is away
     * @throws IOException when the file cannot be read
     */
    AudioManifest keep(CallId callId, Path copy) throws IOException;
}
