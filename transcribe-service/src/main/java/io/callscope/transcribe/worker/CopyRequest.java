package io.callscope.transcribe.worker;

import io.callscope.transcribe.audio.MutedSpan;
import io.callscope.transcribe.child.RequestKind;
import java.util.List;
import java.util.Objects;

/**
 * Asks for the copy of a recording that people hear.
 *
 * @param recording absolute path of a local file
 * @param target absolute path of the file that is written
 * @param muted what nobody may hear
 */
public record CopyRequest(String recording, String target, List<MutedSpan> muted) {
    static final RequestKind<CopyRequest, CopyAnswer> KIND =
            new RequestKind<>("copy", CopyRequest.class, CopyAnswer.class);

    /**
     * @param written whether there is a copy; if not, the recording itself may be played
     */
    public record CopyAnswer(boolean written) {}

    public CopyRequest {
        Objects.requireNonNull(recording, "recording");
        Objects.requireNonNull(target, "target");
        muted = List.copyOf(muted);
    }
}
