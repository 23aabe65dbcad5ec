package io.callscope.transcribe.audio;

import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the copy of a recording that people hear instead of it: what is native about that is behind this. The same
 * recording and spans give the same bytes. Implementations are thread-safe.
 */
@FunctionalInterface
public interface ListeningCopier {
    /**
     * Writes a copy that every browser plays and that is silent within the spans, unless there are none and browsers play
     * the recording itself.
     *
     * @param recording a local file; its name is not looked at
     * @param target where the copy is written, replacing what is there; of no use after a failure
     * @param muted in any order; they may overlap, and lie behind the end
     * @return whether a copy was written; if not, the recording itself may be played
     * @throws RejectedCallException when the recording cannot be decoded
     * @throws RetryableException when the copy cannot be written, such as for want of room
     * @throws InterruptedException when the thread was interrupted
     */
    boolean copy(Path recording, Path target, List<MutedSpan> muted) throws InterruptedException;
}
