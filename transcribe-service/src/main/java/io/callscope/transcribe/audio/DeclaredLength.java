package io.callscope.transcribe.audio;

import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;

/** Compares how much audio a header promises with how much there is. */
final class DeclaredLength {
    /** From here on it is no recording that was cut off, but a header that lies. */
    private static final long LIE = 10;

    private DeclaredLength() {}

    /**
     * @param declared what the header says, in any unit
     * @param present what there is, same unit, more than 0
     * @param slack how much may be missing
     * @throws RejectedCallException AUDIO_TRUNCATED, or AUDIO_HEADER_INVALID when the header says ten times or more
     */
    static void judge(long declared, long present, long slack, String unit) {
        if (declared - slack <= present) {
            return;
        }
        if (declared / LIE >= present) {
            throw new RejectedCallException(
                    RejectReason.AUDIO_HEADER_INVALID,
                    "the header declares %d %s and %d are there: expected a header that fits the recording"
                            .formatted(declared, unit, present));
        }
        throw new RejectedCallException(
                RejectReason.AUDIO_TRUNCATED,
                "the header declares %d %s and %d are there: the recording was cut off"
                        .formatted(declared, unit, present));
    }
}
