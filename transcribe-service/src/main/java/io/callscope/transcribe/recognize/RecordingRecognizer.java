package io.callscope.transcribe.recognize;

import io.callscope.kit.failure.RejectedCallException;
import java.nio.file.Path;

/**
 * Decodes a recording and recognises its speech: all native code of the service is behind this. Implementations are
 * thread-safe.
 */
@FunctionalInterface
public interface RecordingRecognizer {
    /**
     * A recording without speech has a recognition without phrases.
     *
     * @param recording a local file; its name is not looked at
     * @param language primary language subtag of the speech
     * @throws RejectedCallException when the audio cannot be decoded, or no model serves the language
     * @throws InterruptedException when the thread was interrupted
     */
    Recognition recognize(Path recording, String language) throws InterruptedException;
}
