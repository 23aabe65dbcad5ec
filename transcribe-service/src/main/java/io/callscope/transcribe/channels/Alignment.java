package io.callscope.transcribe.channels;

/** By how much one channel runs behind another: where their correlation is strongest. Stateless. */
final class Alignment {
    /** Echoes and jitter buffers delay by less, samples at {@value LayoutProbe#RATE_HZ} Hz. */
    static final int MOST_SAMPLES = LayoutProbe.RATE_HZ / 10;

    private static final int COARSE = 4;
    private static final double LEAST_CORRELATION = 0.1;

    private Alignment() {}

    /**
     * @param first low-passed below 1 kHz
     * @param second low-passed below 1 kHz
     * @return how many samples {@code second} is behind {@code first}; 0 when they have nothing in common
     */
    static int lag(float[] first, float[] second, int count) {
        float[] coarseFirst = thinned(first, count);
        float[] coarseSecond = thinned(second, count);
        int coarse = COARSE * best(coarseFirst, coarseSecond, coarseFirst.length, 0, MOST_SAMPLES / COARSE);
        int fine = best(first, second, count, coarse, COARSE);
        return Math.abs(correlation(first, second, count, fine)) < LEAST_CORRELATION ? 0 : fine;
    }

    private static float[] thinned(float[] samples, int count) {
        float[] thin = new float[count / COARSE];
        for (int i = 0; i < thin.length; i++) {
            thin[i] = samples[i * COARSE];
        }
        return thin;
    }

    private static int best(float[] first, float[] second, int count, int around, int radius) {
        int best = around;
        double most = Math.abs(correlation(first, second, count, around));
        for (int lag = around - radius; lag <= around + radius; lag++) {
            double correlation = Math.abs(correlation(first, second, count, lag));
            if (correlation > most) {
                most = correlation;
                best = lag;
            }
        }
        return best;
    }

    private static double correlation(float[] first, float[] second, int count, int lag) {
        double product = 0;
        double ofFirst = 0;
        double ofSecond = 0;
        for (int i = Math.max(0, -lag); i < Math.min(count, count - lag); i++) {
            product += first[i] * (double) second[i + lag];
            ofFirst += first[i] * (double) first[i];
            ofSecond += second[i + lag] * (double) second[i + lag];
        }
        return product / Math.max(1e-9, Math.sqrt(ofFirst * ofSecond));
    }
}
