package io.callscope.transcribe.audio;

/** Correct WAV files, for tests of other packages. */
public final class WavBytes {
    private WavBytes() {}

    public static byte[] of(int rateHz, short[]... channels) {
        return Wav.of(rateHz, channels).bytes();
    }
}
