package io.callscope.transcribe.audio;

/**
 * Finds bare GSM 06.10 frames, which telephone systems write without any container: 33 bytes each, and the first four bits
 * of each are 1101.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3551#section-4.5.8">RFC 3551, 4.5.8.1</a>
 */
final class GsmFrames {
    private static final int FRAME_BYTES = 33;
    private static final int SIGNATURE = 0xD;

    /** Half a second; that many bytes have these bits by chance once in 16^25. */
    private static final int FEWEST_FRAMES = 25;

    private GsmFrames() {}

    /** Whether all that was read of the recording are such frames. */
    static boolean fill(Head head) {
        int frames = head.length() / FRAME_BYTES;
        for (int frame = 0; frame < frames; frame++) {
            if (head.at(frame * FRAME_BYTES) >> 4 != SIGNATURE) {
                return false;
            }
        }
        return frames >= FEWEST_FRAMES;
    }
}
