package io.callscope.transcribe.audio;

import java.io.IOException;

/** Encoded recordings, for tests of other packages. */
public final class EncodedBytes {
    private EncodedBytes() {}

    /** µ-law in a container that browsers do not play. */
    public static byte[] au(int rateHz, short[]... channels) throws IOException {
        return Encoded.of("au", "pcm_mulaw", rateHz, 64_000 * channels.length, channels);
    }

    /** A-law without any header. */
    public static byte[] bareAlaw(short[] channel) throws IOException {
        return Encoded.of("alaw", "pcm_alaw", 8_000, 64_000, channel);
    }
}
