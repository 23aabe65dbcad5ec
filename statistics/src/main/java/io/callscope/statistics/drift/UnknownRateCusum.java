package io.callscope.statistics.drift;

import io.callscope.statistics.Probabilities;

/**
 * A {@link BernoulliCusum} whose usual share is not known but learned from the same answers. One chart runs for each
 * share that may be usual, and each pays with how much worse that share explains all answers than the best one does:
 *
 * <p>G = max over p of (ℓ(p) + S(p)) − max over p of ℓ(p), with ℓ the log-likelihood of all answers at p and S the chart
 * from p to p + rise. It is the likelihood ratio of "the share rose at some answer after the beginning" to "it never
 * did", with the share profiled out of both. A beginning that happened to have few of them so does not make the later
 * ones look like many. Not thread-safe.
 *
 * @see "Siegmund and Venkatraman 1995, Annals of Statistics 23:255; Reynolds and Stoumbos 1999"
 */
public final class UnknownRateCusum {
    /** Shares that may be usual: 2 % to 50 %. Below, an item is watched as if 2 % were usual. */
    private static final int LEAST = 2;

    private static final int MOST = 50;

    private final BernoulliCusum[] charts = new BernoulliCusum[MOST - LEAST + 1];
    private final double[] steady = new double[charts.length];
    private final double[] risen = new double[charts.length];
    private final double[][] steadySteps = new double[2][charts.length];
    private final double[][] risenSteps = new double[2][charts.length];
    private final int beginning;
    private long answers;
    private double sum;
    private double usual;

    /**
     * @param rise to be seen soon, above 0, at most 0.4
     * @param beginning so many first answers are taken to be from before any rise, 1 or more
     */
    public UnknownRateCusum(double rise, int beginning) {
        Probabilities.inside("rise", rise);
        if (rise > 0.4) {
            throw new IllegalArgumentException("rise %s: expected at most 0.4".formatted(rise));
        }
        if (beginning < 1) {
            throw new IllegalArgumentException("beginning %d: expected 1 or more".formatted(beginning));
        }
        this.beginning = beginning;
        for (int i = 0; i < charts.length; i++) {
            double share = (LEAST + i) / 100.0;
            charts[i] = new BernoulliCusum(share, share + rise);
            steadySteps[0][i] = Math.log1p(-share);
            steadySteps[1][i] = Math.log(share);
            risenSteps[0][i] = charts[i].step(false);
            risenSteps[1][i] = charts[i].step(true);
        }
    }

    /**
     * The height at which a false alarm within 1,500 answers has at most this probability, whatever the usual share: 4 −
     * ln of it, 4 found by simulation of shares from 1 to 30 % down to a probability of 0.001.
     *
     * @param falseAlarm between 0 and 1
     */
    public static double height(double falseAlarm) {
        Probabilities.inside("false alarm", falseAlarm);
        return 4 - Math.log(falseAlarm);
    }

    /** Takes one answer and returns G after it, 0 or more. */
    public double add(boolean yes) {
        int answer = yes ? 1 : 0;
        answers++;
        double best = Double.NEGATIVE_INFINITY;
        double bestRisen = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < charts.length; i++) {
            steady[i] += steadySteps[answer][i];
            if (answers > beginning) {
                risen[i] = Math.max(0, risen[i] + risenSteps[answer][i]);
            }
            best = Math.max(best, steady[i]);
            if (steady[i] + risen[i] > bestRisen) {
                bestRisen = steady[i] + risen[i];
                usual = charts[i].usual();
            }
        }
        sum = bestRisen - best;
        return sum;
    }

    /** G now. */
    public double sum() {
        return sum;
    }

    /** The usual share that explains the answers best when a rise is allowed for, a whole percent; 0 before any answer. */
    public double usual() {
        return usual;
    }
}
