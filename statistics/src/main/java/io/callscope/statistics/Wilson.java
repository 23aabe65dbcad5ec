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
        double z = NormalQuantile.of(1 - (1 - confidence) / 2);
        double share = (double) successes / trials;
        double shrink = 1 + z * z / trials;
        double middle = (share + z * z / (2 * trials)) / shrink;
        double half = z * Math.sqrt(share * (1 - share) / trials + z * z / (4.0 * trials * trials)) / shrink;
        double lower = successes == 0 ? 0 : middle - half;
        double upper = successes == trials ? 1 : middle + half;
        return new Interval(lower, upper);
    }
}
