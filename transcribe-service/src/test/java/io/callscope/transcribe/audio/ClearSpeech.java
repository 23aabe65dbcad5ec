package io.callscope.transcribe.audio;

/** Speech without the other party's turns, at full level. */
final class ClearSpeech {
    private static final int FRAME_MS = 10;
    private static final int PAUSE_FRAMES = 50;
    /** About -45 dBFS. */
    private static final int QUIET = 180;

    private static final double PEAK = 0.9 * Short.MAX_VALUE;

    private ClearSpeech() {}

    /** Pauses of the channel cut to half a second, its greatest sample at nine tenths. */
    static short[] of(short[] channel, int rateHz) {
        int frame = rateHz * FRAME_MS / 1000;
        short[] kept = new short[channel.length];
        int length = 0;
        int quiet = 0;
        for (int start = 0; start + frame <= channel.length; start += frame) {
            quiet = peak(channel, start, frame) < QUIET ? quiet + 1 : 0;
            if (quiet <= PAUSE_FRAMES) {
                System.arraycopy(channel, start, kept, length, frame);
                length += frame;
            }
        }
        double gain = PEAK / Math.max(1, peak(kept, 0, length));
        short[] loud = new short[length];
        for (int i = 0; i < length; i++) {
            loud[i] = (short) Math.round(kept[i] * gain);
        }
        return loud;
    }

    private static int peak(short[] samples, int start, int length) {
        int peak = 0;
        for (int i = start; i < start + length; i++) {
            peak = Math.max(peak, Math.abs(samples[i]));
        }
        return peak;
    }
}
