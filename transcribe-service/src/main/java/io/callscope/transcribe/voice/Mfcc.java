package io.callscope.transcribe.voice;

/**
 * Mel-frequency cepstra of one frame, as Kaldi computes them with the settings that the network was trained on: 25 ms
 * every 10 ms, 23 cepstra out of 23 bins from 20 to 3,700 Hz, the first replaced by the frame's log energy. Nothing
 * random is added. Used by one thread.
 *
 * @see <a href="https://kaldi-asr.org/doc/feat.html">Kaldi's description of its features</a>
 */
final class Mfcc {
    static final int RATE_HZ = 8_000;
    static final int FRAME = RATE_HZ / 40;
    static final int SHIFT = RATE_HZ / 100;
    static final int CEPSTRA = 23;

    private static final int FFT_SIZE = 256;
    private static final int BINS = 23;
    private static final double LOW_HZ = 20;
    private static final double HIGH_HZ = 3_700;
    private static final double PRE_EMPHASIS = 0.97;
    private static final double LIFTER = 22;
    /** The least single-precision step: Kaldi takes no logarithm of less. */
    private static final double LEAST = Math.ulp(1f);

    private final Fft fft = new Fft(FFT_SIZE);
    private final double[] window = new double[FRAME];
    private final double[][] bins = new double[BINS][FFT_SIZE / 2];
    private final double[][] cosines = new double[CEPSTRA][BINS];
    private final double[] frame = new double[FRAME];
    private final double[] power = new double[FFT_SIZE / 2];
    private final double[] logBins = new double[BINS];

    Mfcc() {
        for (int i = 0; i < FRAME; i++) {
            // Kaldi's own window, which it names after Povey
            window[i] = Math.pow(0.5 - 0.5 * Math.cos(2 * Math.PI * i / (FRAME - 1)), 0.85);
        }
        double low = mel(LOW_HZ);
        double width = (mel(HIGH_HZ) - low) / (BINS + 1);
        for (int bin = 0; bin < BINS; bin++) {
            for (int i = 0; i < FFT_SIZE / 2; i++) {
                double place = (mel((double) RATE_HZ / FFT_SIZE * i) - low) / width - bin;
                bins[bin][i] = Math.max(0, Math.min(place, 2 - place));
            }
        }
        for (int k = 0; k < CEPSTRA; k++) {
            double lift = 1 + 0.5 * LIFTER * Math.sin(Math.PI * k / LIFTER);
            for (int n = 0; n < BINS; n++) {
                cosines[k][n] =
                        lift * Math.sqrt((k == 0 ? 1.0 : 2.0) / BINS) * Math.cos(Math.PI / BINS * (n + 0.5) * k);
            }
        }
    }

    private static double mel(double hertz) {
        return 1127 * Math.log(1 + hertz / 700);
    }

    /**
     * @param samples 16-bit signed, {@value #RATE_HZ} a second
     * @param from the frame's first sample
     * @return shape {@code [CEPSTRA]}
     */
    float[] of(short[] samples, int from) {
        double mean = 0;
        for (int i = 0; i < FRAME; i++) {
            mean += samples[from + i];
        }
        mean /= FRAME;
        double energy = 0;
        for (int i = 0; i < FRAME; i++) {
            frame[i] = samples[from + i] - mean;
            energy += frame[i] * frame[i];
        }
        for (int i = FRAME - 1; i >= 0; i--) {
            frame[i] = (frame[i] - PRE_EMPHASIS * frame[Math.max(0, i - 1)]) * window[i];
        }
        fft.power(frame, power);
        for (int bin = 0; bin < BINS; bin++) {
            double sum = 0;
            for (int i = 0; i < power.length; i++) {
                sum += bins[bin][i] * power[i];
            }
            logBins[bin] = Math.log(Math.max(sum, LEAST));
        }
        float[] cepstra = new float[CEPSTRA];
        cepstra[0] = (float) Math.log(Math.max(energy, LEAST));
        for (int k = 1; k < CEPSTRA; k++) {
            double sum = 0;
            for (int n = 0; n < BINS; n++) {
                sum += cosines[k][n] * logBins[n];
            }
            cepstra[k] = (float) sum;
        }
        return cepstra;
    }
}
