package io.callscope.statistics.humans;

import io.callscope.statistics.Probabilities;
import java.util.OptionalDouble;

/**
 * What two people's agreement on a yes-or-no question implies if each errs on their own with the same probability e:
 * A_HH = (1−e)² + e². Only to see how far figures could be off: calls that are hard for one are hard for the other.
 *
 * @param peopleToEachOther A_HH, 0 to 1
 * @see "Follows from the two-class model of Dawid and Skene 1979, Applied Statistics 28:20, with equal errors"
 */
public record AgreementCeiling(double peopleToEachOther) {
    public AgreementCeiling {
        Probabilities.share("agreement of two people", peopleToEachOther);
    }

    /** e = (1 − √(2A_HH − 1))/2; ½ when they agree no more than by chance. */
    public double humanError() {
        return (1 - Math.sqrt(Math.max(2 * peopleToEachOther - 1, 0))) / 2;
    }

    /** The most a machine that never errs could be seen to agree with one of them: 1 − e. */
    public double highestAgreement() {
        return 1 - humanError();
    }

    /**
     * (A_MH − e)/(1 − 2e), cut to 0 to 1: how right a machine would be that agrees with people so often. Empty when
     * people agree no more than by chance, since then the item itself has to be mended.
     */
    public OptionalDouble impliedAccuracy(double machineToPeople) {
        Probabilities.share("agreement of machine and people", machineToPeople);
        double e = humanError();
        return peopleToEachOther <= 0.5
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.min(Math.max((machineToPeople - e) / (1 - 2 * e), 0), 1));
    }
}
