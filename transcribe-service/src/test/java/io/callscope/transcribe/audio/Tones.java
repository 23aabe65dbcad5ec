package io.callscope.transcribe.audio;

/** Makes tones and measures them. */
public final class Tones {
    private Tones() {}

    /** A sine of amplitude 10,000. */
    public static short[] sine(double hertz, int rateHz, double seconds) {
        short[] samples = new short[(int) Math.round(seconds * rateHz)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(10_000 * Math.sin(2 * Math.PI * hertz * i / rateHz));
        }
        return samples;
    }

    public static short[] silence(int rateHz, double seconds) {
        return new short[(int) Math.round(seconds * rateHz)];
    }

    /** Amplitude of one frequency (Goertzel), the edges left out. */
    static double amplitude(short[] samples, double hertz, int rateHz) {
        int from = samples.length / 8;
        int to = samples.length - from;
        double real = 0;
        double imaginary = 0;
        for (int i = from; i < to; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - from) / (to - from - 1));
            double angle = 2 * Math.PI * hertz * i / rateHz;
            real += window * samples[i] * Math.cos(angle);
            imaginary += window * samples[i] * Math.sin(angle);
        }
        return 4 * Math.hypot(real, imaginary) / (to - from);
    }

    static double decibel(double amplitude, double reference) {
        return 20 * Math.log10(Math.max(amplitude, 1e-9) / reference);
    }
}
