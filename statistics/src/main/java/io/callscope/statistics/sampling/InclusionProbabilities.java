package io.callscope.statistics.sampling;

import io.callscope.statistics.Probabilities;
import java.util.Arrays;

/**
 * With which probability each call is drawn, so that {@code n} are drawn in all. Stateless, thread-safe.
 *
 * @see "Särndal, Swensson and Wretman 1992, Model Assisted Survey Sampling, section 3.6.2"
 */
public final class InclusionProbabilities {
    private InclusionProbabilities() {}

    /**
     * π = n·u/Σu; calls that reach 1 are taken for certain and the rest is scaled anew, until none does. All equal when
     * every u is 0.
     *
     * @param sizes u, each 0 or more
     * @param n how many calls to draw, 0 to the number of calls
     * @throws IllegalArgumentException when fewer than n calls have a u above 0, though some have
     */
    public static double[] proportional(double[] sizes, int n) {
        check(sizes, n);
        double[] u = sizes.clone();
        if (Arrays.stream(u).sum() == 0) {
            Arrays.fill(u, 1);
        }
        long possible = Arrays.stream(u).filter(x -> x > 0).count();
        if (n > possible) {
            throw new IllegalArgumentException("%d calls to draw of %d with a size above 0".formatted(n, possible));
        }
        double[] pi = new double[u.length];
        boolean[] certain = new boolean[u.length];
        boolean changed = true;
        while (changed) {
            changed = false;
            double sum = 0;
            int left = n;
            for (int i = 0; i < u.length; i++) {
                sum += certain[i] ? 0 : u[i];
                left -= certain[i] ? 1 : 0;
            }
            for (int i = 0; i < u.length; i++) {
                if (!certain[i]) {
                    pi[i] = left == 0 ? 0 : left * u[i] / sum;
                }
            }
            for (int i = 0; i < u.length; i++) {
                if (!certain[i] && pi[i] >= 1) {
                    pi[i] = 1;
                    certain[i] = true;
                    changed = true;
                }
            }
        }
        return pi;
    }

    /**
     * A part τ by uncertainty, the rest evenly: n·[τu/Σu + (1−τ)/N], calls that reach 1 for certain. The even part
     * bounds every weight by N/((1−τ)n). All equal when every u is 0.
     *
     * @param uncertainty u of each call, 0 or more
     * @param part τ, 0 to 1
     */
    public static double[] mixture(double[] uncertainty, int n, double part) {
        check(uncertainty, n);
        Probabilities.share("part by uncertainty", part);
        double sum = Arrays.stream(uncertainty).sum();
        double even = 1.0 / uncertainty.length;
        return proportional(
                Arrays.stream(uncertainty)
                        .map(u -> sum == 0 ? even : part * u / sum + (1 - part) * even)
                        .toArray(),
                n);
    }

    private static void check(double[] sizes, int n) {
        for (double size : sizes) {
            if (!(size >= 0 && size < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("size %s: expected 0 or more".formatted(size));
            }
        }
        if (n < 0 || n > sizes.length) {
            throw new IllegalArgumentException("%d calls to draw of %d".formatted(n, sizes.length));
        }
    }
}
