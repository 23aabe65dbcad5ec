package io.callscope.statistics.decision;

import io.callscope.statistics.Interval;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What is decided on one item, and all figures behind it.
 *
 * @param decision one of three
 * @param reasons why it is no higher one; empty only for {@link Decision#AUTOMATE}
 * @param figures with their sizes and limits
 * @param p the largest one-sided p of the conditions to automate (intersection–union test); empty when one of them
 *     cannot be tested
 */
public record Verdict(Decision decision, List<Reason> reasons, Figures figures, OptionalDouble p) {
    public Verdict {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty() != (decision == Decision.AUTOMATE)) {
            throw new IllegalArgumentException(
                    "%s for %s: expected reasons for all but %s".formatted(decision, reasons, Decision.AUTOMATE));
        }
    }

    /**
     * One share as it is shown.
     *
     * @param share empty when it cannot be estimated
     * @param n calls that count towards it
     * @param effective independent calls they are worth
     * @param lower one-sided limit that the rule uses; 0 without calls
     * @param interval two-sided; 0 to 1 without calls
     */
    public record Figure(OptionalDouble share, long n, double effective, double lower, Interval interval) {
        static Figure of(SampledShare share, double confidence) {
            return new Figure(
                    share.share(), share.n(), share.effective(), share.lower(confidence), share.interval(confidence));
        }
    }

    /**
     * All figures.
     *
     * @param agreement of machine and people
     * @param recall of the failures that people found
     * @param specificity passes that the machine passes; false alarms are what is missing to 1
     * @param youden recall + specificity − 1: 0 for a machine that passes every call; empty without failures or passes
     * @param youdenLower its one-sided lower limit; empty with it
     * @param colleague beside two people
     */
    public record Figures(
            Figure agreement,
            Figure recall,
            Figure specificity,
            OptionalDouble youden,
            OptionalDouble youdenLower,
            Colleague colleague) {}
}
