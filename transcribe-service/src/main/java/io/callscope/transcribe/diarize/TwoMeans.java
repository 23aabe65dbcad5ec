package io.callscope.transcribe.diarize;

import io.callscope.transcribe.voice.VoiceWindow;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Two mean directions for the voices of one call: spherical k-means over vectors weighted by the speech in them, begun at
 * several places, the best kept. Stateless.
 *
 * @see <a href="https://doi.org/10.1023/A:1007612920971">Dhillon, Modha (2001). Concept decompositions for large sparse
 *     text data using clustering</a>
 * @see <a href="https://dl.acm.org/doi/10.5555/1283383.1283494">Arthur, Vassilvitskii (2007). k-means++: the advantages
 *     of careful seeding</a>
 */
final class TwoMeans {
    private static final int STARTS = 10;
    private static final int MOST_ROUNDS = 30;

    private TwoMeans() {}

    /**
     * @param windows one or more
     * @return shape {@code [2][size of a vector]}, each of length 1
     */
    static float[][] of(List<VoiceWindow> windows, RandomGenerator random) {
        float[][] best = null;
        double bestFit = Double.NEGATIVE_INFINITY;
        for (int start = 0; start < STARTS; start++) {
            float[][] means = begin(windows, random);
            double fit = fit(windows, means);
            for (int round = 0; round < MOST_ROUNDS; round++) {
                means = moved(windows, means);
                double better = fit(windows, means);
                if (better <= fit) {
                    break;
                }
                fit = better;
            }
            if (best == null || fit > bestFit) {
                best = means;
                bestFit = fit;
            }
        }
        return best == null ? begin(windows, random) : best;
    }

    /** One window by chance, another the more likely the further away and the longer it is. */
    private static float[][] begin(List<VoiceWindow> windows, RandomGenerator random) {
        float[] first = windows.get(random.nextInt(windows.size())).vector();
        double total = 0;
        for (VoiceWindow window : windows) {
            total += farness(window, first);
        }
        double chosen = random.nextDouble() * total;
        float[] second = first;
        for (VoiceWindow window : windows) {
            chosen -= farness(window, first);
            if (chosen <= 0 && farness(window, first) > 0) {
                second = window.vector();
                break;
            }
        }
        return new float[][] {first, second};
    }

    private static double farness(VoiceWindow window, float[] from) {
        return window.frames() * Math.max(0, 1 - cosine(window.vector(), from));
    }

    private static double fit(List<VoiceWindow> windows, float[][] means) {
        double fit = 0;
        for (VoiceWindow window : windows) {
            fit += window.frames() * Math.max(cosine(window.vector(), means[0]), cosine(window.vector(), means[1]));
        }
        return fit;
    }

    private static float[][] moved(List<VoiceWindow> windows, float[][] means) {
        double[][] shares = new double[windows.size()][2];
        for (int i = 0; i < shares.length; i++) {
            float[] vector = windows.get(i).vector();
            shares[i][cosine(vector, means[0]) >= cosine(vector, means[1]) ? 0 : 1] = 1;
        }
        return means(windows, shares, means);
    }

    /**
     * Mean directions when each window belongs to each voice to some degree.
     *
     * @param shares shape {@code [window][voice]}, 0 to 1
     * @param otherwise the mean of a voice to which nothing belongs
     */
    static float[][] means(List<VoiceWindow> windows, double[][] shares, float[][] otherwise) {
        float[][] means = new float[2][];
        for (int voice = 0; voice < 2; voice++) {
            double[] sum = new double[otherwise[voice].length];
            for (int i = 0; i < shares.length; i++) {
                double weight = shares[i][voice] * windows.get(i).frames();
                float[] vector = windows.get(i).vector();
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += weight * vector[k];
                }
            }
            means[voice] = direction(sum, otherwise[voice]);
        }
        return means;
    }

    private static float[] direction(double[] sum, float[] otherwise) {
        double length = 0;
        for (double value : sum) {
            length += value * value;
        }
        length = Math.sqrt(length);
        if (length < 1e-9) {
            return otherwise;
        }
        float[] direction = new float[sum.length];
        for (int k = 0; k < sum.length; k++) {
            direction[k] = (float) (sum[k] / length);
        }
        return direction;
    }

    static double cosine(float[] a, float[] b) {
        double product = 0;
        for (int k = 0; k < a.length; k++) {
            product += a[k] * (double) b[k];
        }
        return product;
    }
}
