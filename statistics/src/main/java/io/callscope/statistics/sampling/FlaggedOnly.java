package io.callscope.statistics.sampling;

import io.callscope.statistics.Probabilities;
import java.util.OptionalDouble;

/**
 * What a review of nothing but the machine's flagged calls would show, and what is true: why such reviews are never
 * used for rates (verification bias, Begg and Greenes 1983).
 *
 * @param prevalence the true share of failures
 * @param sensitivity how many failures the machine flags
 * @param specificity how many passes it does not flag
 */
public record FlaggedOnly(double prevalence, double sensitivity, double specificity) {
    public FlaggedOnly {
        Probabilities.share("prevalence", prevalence);
        Probabilities.share("sensitivity", sensitivity);
        Probabilities.share("specificity", specificity);
    }

    /** The share of flagged calls that are failures: the one figure such a review gets right. Empty without flags. */
    public OptionalDouble precision() {
        double found = prevalence * sensitivity;
        double flagged = found + (1 - prevalence) * (1 - specificity);
        return flagged == 0 ? OptionalDouble.empty() : OptionalDouble.of(found / flagged);
    }

    /** Every failure that was reviewed had been flagged. Empty when no failure is ever reviewed. */
    public OptionalDouble apparentRecall() {
        return prevalence * sensitivity == 0 ? OptionalDouble.empty() : OptionalDouble.of(1);
    }

    /** The share of failures that nobody ever looks at. */
    public double neverSeen() {
        return 1 - sensitivity;
    }
}
