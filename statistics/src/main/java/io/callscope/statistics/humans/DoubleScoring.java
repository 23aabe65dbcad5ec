package io.callscope.statistics.humans;

import io.callscope.statistics.Normal;
import io.callscope.statistics.Probabilities;
import java.util.OptionalLong;

/**
 * How many calls two people must score to show that a machine is not worse than a colleague, when all err
 * independently on a yes-or-no question.
 *
 * @param humanError how often a person errs, 0 to 1
 * @param machineError how often the machine errs, 0 to 1
 */
public record DoubleScoring(double humanError, double machineError) {
    public DoubleScoring {
        Probabilities.share("error of people", humanError);
        Probabilities.share("error of the machine", machineError);
    }

    /** E d = q/2 − r: what the machine's agreement exceeds that of two people by. */
    public double meanDifference() {
        return peopleDiffer() / 2 - machineAlone();
    }

    /** √(q/4 + r − (E d)²), the standard deviation of one call's difference. */
    public double deviation() {
        return Math.sqrt(peopleDiffer() / 4 + machineAlone() - Math.pow(meanDifference(), 2));
    }

    /** Calls needed; see {@link #calls(double, double, double, double, double)}. */
    public OptionalLong calls(double margin, double alpha, double power) {
        return calls(deviation(), margin, meanDifference(), alpha, power);
    }

    /**
     * ((z_{1−α} + z_{power})·σ/(margin + difference))², rounded up.
     *
     * @param deviation σ of one call's difference
     * @param margin how much worse is still as good
     * @param difference what the machine truly exceeds people by
     * @param alpha one-sided error, between 0 and 1
     * @param power probability of showing it, between 0 and 1
     * @return empty when no number of calls will do, because the machine is worse by the margin or more
     */
    public static OptionalLong calls(double deviation, double margin, double difference, double alpha, double power) {
        double reach = Normal.quantile(1 - alpha) + Normal.quantile(power);
        return margin + difference <= 0
                ? OptionalLong.empty()
                : OptionalLong.of((long) Math.ceil(Math.pow(reach * deviation / (margin + difference), 2)));
    }

    /** q = 2e(1 − e). */
    private double peopleDiffer() {
        return 2 * humanError * (1 - humanError);
    }

    /** r = (1−e)²·e_m + e²·(1−e_m): people agree, the machine does not. */
    private double machineAlone() {
        return Math.pow(1 - humanError, 2) * machineError + Math.pow(humanError, 2) * (1 - machineError);
    }
}
