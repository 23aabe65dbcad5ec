package io.callscope.transcribe.audio;

import java.util.Optional;

/**
 * Finds MPEG audio (layers 1 to 3) and ADTS frames, which have no magic number: a frame header counts only when
 * another one follows where the first says that it ends.
 *
 * @see <a href="https://www.iso.org/standard/22412.html">ISO/IEC 11172-3, 2.4.1.3 and 2.4.2.3</a>
 */
final class MpegSync {
    private static final int MOST_JUNK_BYTES = 8192;
    private static final int[] LAYER3_V1_KBPS = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    private static final int[] LAYER3_V2_KBPS = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    private static final int[] RATES_HZ = {44100, 48000, 32000, 0};

    private MpegSync() {}

    static Optional<Container> find(Head head, int start) {
        int last = Math.min(head.length() - 4, start + MOST_JUNK_BYTES);
        for (int offset = start; offset <= last; offset++) {
            if (head.at(offset) != 0xFF) {
                continue;
            }
            if (adtsFollows(head, offset)) {
                return Optional.of(Container.ADTS);
            }
            if (mp3Follows(head, offset)) {
                return Optional.of(Container.MP3);
            }
        }
        return Optional.empty();
    }

    private static boolean adtsFollows(Head head, int offset) {
        int next = offset;
        for (int frames = 0; frames < 2; frames++) {
            if (head.at(next) != 0xFF || (head.at(next + 1) & 0xF6) != 0xF0) {
                return false;
            }
            int length = (head.at(next + 3) & 0x03) << 11 | head.at(next + 4) << 3 | head.at(next + 5) >> 5;
            if (length < 7) {
                return false;
            }
            next += length;
        }
        return true;
    }

    private static boolean mp3Follows(Head head, int offset) {
        int length = layer3Length(head, offset);
        if (length == 0) {
            return false;
        }
        // a recording of a single frame has nothing behind it
        return offset + length >= head.length() || layer3Length(head, offset + length) > 0;
    }

    /** Length of the layer 3 frame whose header is here, bytes; 0 when there is none. */
    private static int layer3Length(Head head, int offset) {
        int second = head.at(offset + 1);
        int third = head.at(offset + 2);
        int version = second >> 3 & 3;
        if (head.at(offset) != 0xFF || (second & 0xE0) != 0xE0 || version == 1 || (second >> 1 & 3) != 1) {
            return 0;
        }
        boolean first = version == 3;
        int kbps = (first ? LAYER3_V1_KBPS : LAYER3_V2_KBPS)[third >> 4];
        int rateHz = RATES_HZ[third >> 2 & 3] / (first ? 1 : version == 2 ? 2 : 4);
        if (kbps == 0 || rateHz == 0) {
            return 0;
        }
        return (first ? 144_000 : 72_000) * kbps / rateHz + (third >> 1 & 1);
    }
}
