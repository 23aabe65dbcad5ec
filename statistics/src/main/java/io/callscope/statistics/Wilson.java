package io.callscope.statistics;

/**
 * Wilson's score interval of a share. Stateless, thread-safe.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
 */
public final class Wilson {
    private Wilson() {}

    /**
     * The interval of {@code successes} out of {@code trials}.
     *
     * @param confidence two-sided, between 0 and 1, such as 0.95
     * @throws IllegalArgumentException when there are no trials, or more successes than trials
     */
    public static Interval interval(long successes, long trials, double confidence) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "%d of %d: expected one trial or more and no more successes".formatted(successes, trials));
        }
        return interval((double) successes / trials, trials, confidence);
    }

    /**
     * The interval of a share that was seen in a sample worth {@code trials} independent ones, which need not be a
     * whole number: a weighted or clustered sample is worth fewer than it counts. Nothing seen leaves every share
     * possible.
     *
     * @param share 0 to 1; does not matter when {@code trials} is 0
     * @param trials 0 or more
     * @param confidence two-sided, between 0 and 1, such as 0.95
     */
    public static Interval interval(double share, double trials, double confidence) {
        check(share, trials);
        return limits(share, trials, Normal.twoSided(confidence));
    }

    /**
     * The one-sided lower limit of a share: 0 when nothing was seen.
     *
     * @param share 0 to 1; does not matter when {@code trials} is 0
     * @param trials 0 or more, need not be a whole number
     * @param confidence one-sided, between 0 and 1, such as 0.95
     */
    public static double lower(double share, double trials, double confidence) {
        check(share, trials);
        return limits(share, trials, Normal.quantile(confidence)).lower();
    }

    private static Interval limits(double share, double trials, double z) {
        if (trials == 0) {
            return Interval.ANY_SHARE;
        }
        double shrink = 1 + z * z / trials;
        double middle = (share + z * z / (2 * trials)) / shrink;
        double half = z * Math.sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials)) / shrink;
        double lower = share == 0 ? 0 : middle - half;
        double upper = share == 1 ? 1 : middle + half;
        return new Interval(lower, upper);
    }

    private static void check(double share, double trials) {
        if (!(trials >= 0 && trials < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("%s trials: expected 0 or more".formatted(trials));
        }
        if (trials > 0) {
            Probabilities.share("share", share);
        }
    }
}
