package io.callscope.transcribe.audio;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The G.729 encoder of Debian's {@code libbcg729-0}: FFmpeg has only a decoder. Frames of 10 ms at 8 kHz, 10 bytes each.
 */
interface Bcg729 extends Library {
    int FRAME_SAMPLES = 80;
    int FRAME_BYTES = 10;

    Pointer initBcg729EncoderChannel(byte voiceActivityDetection);

    void bcg729Encoder(Pointer channel, short[] samples, byte[] frame, byte[] length);

    void closeBcg729EncoderChannel(Pointer channel);

    /** The library; empty where it is not installed. */
    static Optional<Bcg729> find() {
        try {
            return Optional.of(Native.load("libbcg729.so.0", Bcg729.class));
        } catch (UnsatisfiedLinkError e) {
            return Optional.empty();
        }
    }

    default byte[] encode(short[] samples) {
        Pointer channel = initBcg729EncoderChannel((byte) 0);
        byte[] all = new byte[samples.length / FRAME_SAMPLES * FRAME_BYTES];
        byte[] frame = new byte[FRAME_BYTES];
        for (int i = 0; i < samples.length / FRAME_SAMPLES; i++) {
            short[] block = Arrays.copyOfRange(samples, i * FRAME_SAMPLES, (i + 1) * FRAME_SAMPLES);
            bcg729Encoder(channel, block, frame, new byte[1]);
            System.arraycopy(frame, 0, all, i * FRAME_BYTES, FRAME_BYTES);
        }
        closeBcg729EncoderChannel(channel);
        return all;
    }
}
