package io.callscope.statistics.paired;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Is one of two raters stricter? Two-sided tests on the calls on which they differ. The mid-p is the one to flag with:
 * the exact p is too careful, the other two too bold for few calls. Stateless, thread-safe.
 *
 * @see <a href="https://doi.org/10.1007/BF02295996">McNemar 1947</a>
 * @see <a href="https://doi.org/10.1186/1471-2288-13-91">Fagerland, Lydersen and Laake 2013</a>, for the mid-p
 */
public final class McNemar {
    private static final ChiSquaredDistribution ONE_DEGREE = ChiSquaredDistribution.of(1);

    private McNemar() {}

    /** (b − c)²/(b + c); empty when they never differ. */
    public static OptionalDouble chiSquare(PairedCounts counts) {
        return chiSquare(counts, 0);
    }

    /** p of {@link #chiSquare}; empty when they never differ. */
    public static OptionalDouble asymptotic(PairedCounts counts) {
        return survival(chiSquare(counts, 0));
    }

    /** p of (|b − c| − 1)²/(b + c) (Edwards 1948); empty when they never differ. */
    public static OptionalDouble continuityCorrected(PairedCounts counts) {
        return survival(chiSquare(counts, 1));
    }

    /** min(1, 2·P(X ≤ min(b, c))), X binomial of b + c with ½; 1 when they never differ. */
    public static double exact(PairedCounts counts) {
        return counts.discordant() == 0 ? 1 : Math.min(1, 2 * binomial(counts).cumulativeProbability(fewer(counts)));
    }

    /** The exact p less the probability of what was seen; 1 when they never differ. */
    public static double midP(PairedCounts counts) {
        return counts.discordant() == 0 ? 1 : exact(counts) - binomial(counts).probability(fewer(counts));
    }

    private static OptionalDouble chiSquare(PairedCounts counts, int correction) {
        if (counts.discordant() == 0) {
            return OptionalDouble.empty();
        }
        double apart = Math.max(Math.abs(counts.onlyFirst() - counts.onlySecond()) - correction, 0);
        return OptionalDouble.of(apart * apart / counts.discordant());
    }

    private static OptionalDouble survival(OptionalDouble statistic) {
        return statistic.isEmpty()
                ? statistic
                : OptionalDouble.of(ONE_DEGREE.survivalProbability(statistic.getAsDouble()));
    }

    private static BinomialDistribution binomial(PairedCounts counts) {
        return BinomialDistribution.of(Math.toIntExact(counts.discordant()), 0.5);
    }

    private static int fewer(PairedCounts counts) {
        return Math.toIntExact(Math.min(counts.onlyFirst(), counts.onlySecond()));
    }
}
