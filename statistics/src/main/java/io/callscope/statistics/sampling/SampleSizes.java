package io.callscope.statistics.sampling;

import io.callscope.statistics.Normal;
import io.callscope.statistics.Probabilities;
import io.callscope.statistics.Wilson;
import java.util.OptionalLong;

/** How many reviews it takes. Stateless, thread-safe. */
public final class SampleSizes {
    private SampleSizes() {}

    /**
     * The fewest calls that must all be right to show a share above {@code share}: ⌈ln α/ln p⌉, because all succeed
     * with the probability pⁿ.
     *
     * @param share between 0 and 1
     * @param alpha one-sided error, between 0 and 1
     */
    public static long withoutFailure(double share, double alpha) {
        Probabilities.inside("share", share);
        Probabilities.inside("alpha", alpha);
        return (long) Math.ceil(Math.log(alpha) / Math.log(share) - 1e-9);
    }

    /**
     * The fewest agreements out of {@code n} whose one-sided Wilson limit reaches {@code share}; empty when even n of n
     * does not.
     */
    public static OptionalLong agreements(long n, double share, double confidence) {
        Probabilities.inside("share", share);
        for (long x = (long) Math.ceil(n * share); x <= n; x++) {
            if (n > 0 && Wilson.lower((double) x / n, n, confidence) >= share) {
                return OptionalLong.of(x);
            }
        }
        return OptionalLong.empty();
    }

    /**
     * Pairs for McNemar's test: ((z_{1−α/sides}√d + z_{power}√(d − Δ²))/Δ)², d = p01 + p10, Δ = p01 − p10, rounded up
     * (Connor 1987).
     *
     * @param onlyFirst share of calls with a yes of the first rater only
     * @param onlySecond share of calls with a yes of the second only, another one
     * @param sides 1 or 2
     */
    public static long mcNemar(double onlyFirst, double onlySecond, double alpha, double power, int sides) {
        Probabilities.share("discordant share", onlyFirst + onlySecond);
        if (sides < 1 || sides > 2 || onlyFirst == onlySecond) {
            throw new IllegalArgumentException("shares %s and %s, %d sides: expected different shares, 1 or 2 sides"
                    .formatted(onlyFirst, onlySecond, sides));
        }
        double discordant = onlyFirst + onlySecond;
        double apart = Math.abs(onlyFirst - onlySecond);
        double reach = Normal.quantile(1 - alpha / sides) * Math.sqrt(discordant)
                + Normal.quantile(power) * Math.sqrt(discordant - apart * apart);
        return (long) Math.ceil(Math.pow(reach / apart, 2));
    }
}
