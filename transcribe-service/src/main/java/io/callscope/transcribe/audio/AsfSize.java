package io.callscope.transcribe.audio;

import io.callscope.kit.failure.RejectedCallException;

/** Holds the file size in the header of ASF (WMA) against what is there; FFmpeg ignores a wrong one. Stateless. */
final class AsfSize {
    private static final int[] FILE_PROPERTIES = {
        0xA1, 0xDC, 0xAB, 0x8C, 0x47, 0xA9, 0xCF, 0x11, 0x8E, 0xE4, 0x00, 0xC0, 0x0C, 0x20, 0x53, 0x65
    };
    private static final int SIZE_OFFSET = 40;
    private static final int FLAGS_OFFSET = 88;
    private static final int BROADCAST = 1;

    private AsfSize() {}

    /**
     * @throws RejectedCallException AUDIO_TRUNCATED or AUDIO_HEADER_INVALID
     */
    static void check(Head head, long fileBytes) {
        for (int at = 0; at + FLAGS_OFFSET < head.length(); at++) {
            if (head.has(at, FILE_PROPERTIES)) {
                boolean sizeCounts = (head.at(at + FLAGS_OFFSET) & BROADCAST) == 0;
                long declared = 0;
                for (int i = 7; i >= 0; i--) {
                    declared = declared << 8 | head.at(at + SIZE_OFFSET + i);
                }
                if (sizeCounts && declared > 0) {
                    DeclaredLength.judge(declared, fileBytes, 0, "bytes");
                }
                return;
            }
        }
    }
}
