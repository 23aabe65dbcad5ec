package io.callscope.statistics.paired;

import io.callscope.statistics.Normal;
import io.callscope.statistics.Probabilities;
import io.callscope.statistics.intervals.EffectiveSize;

/**
 * Is the machine worse than a colleague? The question of {@link NonInferiority} for yes and no, by a score test: the
 * spread is taken as it would be if the machine were worse by just so much, not as it happens to look. A sample with few
 * disagreements looks as if it had little spread, and Student's t is then too sure of itself: at its own limit it lets
 * 7 to 8 machines of 100 pass instead of 5.
 *
 * <p>Of yes and no, d = (1[m=h₁] + 1[m=h₂])/2 − 1[h₁=h₂] is ½ where the people differ (share q), −1 where they agree
 * against the machine (share r), otherwise 0. So its mean b makes r = q/2 − b, and its variance q/4 + q/2 − b − b².
 *
 * @param difference the mean of d, weighted
 * @param apart q, the weighted share of calls on which the people differ
 * @param effective how many independent calls the sample is worth, above 0
 * @see "Wilson 1927, Journal of the American Statistical Association 22:209, for the spread under the hypothesis"
 */
public record ColleagueScore(double difference, double apart, double effective) {
    private static final int HALVINGS = 60;

    public ColleagueScore {
        Probabilities.share("share of calls on which people differ", apart);
        Probabilities.positive("effective size", effective);
        if (!(difference >= -1 && difference <= 0.5)) {
            throw new IllegalArgumentException("difference %s: expected −1 to 0.5".formatted(difference));
        }
    }

    /**
     * From the test of the same calls: weights and agents that are alike make them worth less, never more.
     *
     * @param weights of the calls
     */
    public static ColleagueScore of(NonInferiority test, double[] weights) {
        double apart = 1 - test.peopleToEachOther();
        double kish = EffectiveSize.kish(weights);
        double independent = variance(apart, test.difference()) / kish;
        double effect = independent > 0 ? test.standardError() * test.standardError() / independent : 1;
        return new ColleagueScore(Math.min(Math.max(test.difference(), -1), 0.5), apart, kish / Math.max(effect, 1));
    }

    /** One-sided p of "the machine is worse by {@code margin} or more". */
    public double p(double margin) {
        return Normal.above(z(-margin));
    }

    /** The one-sided lower limit of the difference: the smallest that the score test does not refuse. */
    public double lower(double confidence) {
        double z = Normal.quantile(confidence);
        double refused = -1;
        double kept = difference;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (refused + kept) / 2;
            if (z(middle) > z) {
                refused = middle;
            } else {
                kept = middle;
            }
        }
        return kept;
    }

    private double z(double mean) {
        double spread = Math.sqrt(variance(apart, mean) / effective);
        double away = difference - mean;
        // without any spread a difference is either there or not
        return spread == 0 ? Math.signum(away) * Double.MAX_VALUE : away / spread;
    }

    private static double variance(double apart, double mean) {
        return Math.max(0, apart / 4 + Math.max(0, apart / 2 - mean) - mean * mean);
    }
}
