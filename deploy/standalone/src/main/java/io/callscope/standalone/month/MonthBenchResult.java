package io.callscope.standalone.month;

import io.callscope.statistics.BinaryCounts;
import java.util.Map;

/**
 * How well the simulated month was understood.
 *
 * @param half of what sentences it was made
 * @param reasonsRight contacts whose reason is heard as the person has it in mind, 0 to 1
 * @param links found against those that are true, of contacts whose number tells the customer
 * @param causes found against those that are true, of the same contacts; a repeat that is not linked has no cause
 * @param fcr as reported, 0 to 1
 * @param trueFcr of all issues that people have, also of those who hide their number or use another one
 * @param promises how well promises were read, and what became of them
 * @param sameInAnyOrder whether links and reports are the same, byte by byte, when calls come in disorder
 * @param reports how many reports were compared
 */
public record MonthBenchResult(
        Half half,
        int calls,
        double reasonsRight,
        BinaryCounts links,
        Map<String, BinaryCounts> causes,
        double fcr,
        double trueFcr,
        MonthPromises promises,
        boolean sameInAnyOrder,
        int reports) {
    /** Causes with fewer true cases say nothing. */
    public static final int LEAST_CASES = 10;

    public MonthBenchResult {
        causes = Map.copyOf(causes);
    }

    /** Mean of F1 over causes with at least {@link #LEAST_CASES} true cases; not a number when there is none. */
    public double causesMacroF1() {
        return causes.values().stream()
                .filter(counts -> counts.support() >= LEAST_CASES)
                .mapToDouble(counts -> counts.f1().orElse(0))
                .average()
                .orElse(Double.NaN);
    }

    /** Between reported and true share, in points. */
    public double fcrErrorPoints() {
        return Math.abs(fcr - trueFcr) * 100;
    }
}
