package io.callscope.statistics.drift;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Probabilities;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * An interval of a share that holds at every look, however often one looks: all shares against which a mixture of bets
 * has not won 1/α (Robbins 1970, Ville 1939). Wider than an interval for one look.
 *
 * @param successes so far
 * @param trials so far, 0 or more
 * @param priorSuccesses a of the beta mixture, above 0; 1 is uniform
 * @param priorFailures b of the beta mixture, above 0; 1 is uniform
 */
public record ConfidenceSequence(long successes, long trials, double priorSuccesses, double priorFailures) {
    private static final int HALVINGS = 100;

    public ConfidenceSequence {
        if (trials < 0 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "%d of %d: expected no more successes than trials, none negative".formatted(successes, trials));
        }
        Probabilities.positive("prior successes", priorSuccesses);
        Probabilities.positive("prior failures", priorFailures);
    }

    /** With the uniform mixture. */
    public ConfidenceSequence(long successes, long trials) {
        this(successes, trials, 1, 1);
    }

    /** The log of the e-value against a share, between 0 and 1: alarm at ln 20 = 3.0. */
    public double logEvidenceAgainst(double share) {
        Probabilities.inside("share", share);
        return LogBeta.value(priorSuccesses + successes, priorFailures + trials - successes)
                - LogBeta.value(priorSuccesses, priorFailures)
                - successes * Math.log(share)
                - (trials - successes) * Math.log1p(-share);
    }

    /** All shares with less evidence against them than 1/α. */
    public Interval interval(double confidence) {
        Probabilities.inside("confidence", confidence);
        double limit = -Math.log(1 - confidence);
        if (trials == 0) {
            return Interval.ANY_SHARE;
        }
        double middle = (double) successes / trials;
        return new Interval(
                successes == 0 ? 0 : edge(0, middle, limit), successes == trials ? 1 : edge(1, middle, limit));
    }

    private double edge(double out, double in, double limit) {
        double rejected = out;
        // at the very ends the likelihood of what was seen is 1
        double kept = in == 0 ? Double.MIN_NORMAL : in == 1 ? Math.nextDown(1.0) : in;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (rejected + kept) / 2;
            if (middle <= 0 || middle >= 1) {
                break;
            }
            if (logEvidenceAgainst(middle) < limit) {
                kept = middle;
            } else {
                rejected = middle;
            }
        }
        return (rejected + kept) / 2;
    }
}
