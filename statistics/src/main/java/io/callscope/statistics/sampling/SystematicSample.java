package io.callscope.statistics.sampling;

import io.callscope.statistics.Probabilities;
import java.util.ArrayList;
import java.util.List;

/**
 * Systematic sampling with unequal probabilities: the probabilities are laid end to end, and calls are drawn at a
 * random start and every full step from there. A call is drawn exactly with its probability, and every stretch of the
 * list gets its share to within one call, so that the order of the list stratifies. Stateless, thread-safe.
 *
 * @see "Madow 1949, Annals of Mathematical Statistics 20:333"
 */
public final class SystematicSample {
    /** How near to a whole number a sum of fractions is taken to be one. */
    private static final double ROUNDING = 1e-9;

    private SystematicSample() {}

    /**
     * The places of drawn calls, rising; as many as the probabilities add up to.
     *
     * @param inclusion each 0 to 1, together a whole number
     * @param start 0 to less than 1, drawn at random
     */
    public static List<Integer> draw(double[] inclusion, double start) {
        if (!(start >= 0 && start < 1)) {
            throw new IllegalArgumentException("start %s: expected 0 to less than 1".formatted(start));
        }
        double sum = 0;
        for (double pi : inclusion) {
            Probabilities.share("inclusion probability", pi);
            sum += pi;
        }
        long wanted = Math.round(sum);
        if (Math.abs(sum - wanted) > ROUNDING * Math.max(1, sum)) {
            throw new IllegalArgumentException(
                    "inclusion probabilities add up to %s: expected a whole number".formatted(sum));
        }
        List<Integer> drawn = new ArrayList<>();
        double end = 0;
        for (int i = 0; i < inclusion.length; i++) {
            end += inclusion[i];
            // the last step must not be lost because the sum is a hair short
            double reached = i == inclusion.length - 1 ? Math.max(end, wanted) : end;
            if (inclusion[i] > 0 && drawn.size() < wanted && start + drawn.size() < reached) {
                drawn.add(i);
            }
        }
        return drawn;
    }
}
