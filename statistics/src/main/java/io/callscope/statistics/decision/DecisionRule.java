package io.callscope.statistics.decision;

import io.callscope.statistics.multiplicity.Adjustment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Decides how far a machine may be trusted with an item. To automate, all of four must hold: it agrees with people, it
 * finds failures, it is not worse than a colleague, and it still is the same machine. Agreement alone never does: a
 * machine that passes every call agrees with people on nearly all calls of an item that rarely fails.
 *
 * @param limits what must be shown
 * @see "Berger 1982, Technometrics 24:295, for conditions that must all hold"
 * @see "Zou and Donner 2008, Statistics in Medicine 27:1693, for the limit of a sum out of the limits of its parts"
 */
public record DecisionRule(DecisionLimits limits) {
    /** A limit that is just reached has a p of the level but for rounding. */
    private static final double ROUNDING = 1e-9;

    /** Decides on one item by itself. */
    public Verdict decide(Evidence evidence) {
        Verdict.Figures figures = figures(evidence);
        List<Reason> stops = stops(evidence, figures);
        if (!stops.isEmpty()) {
            return new Verdict(Decision.KEEP_MANUAL, stops, figures, p(evidence));
        }
        List<Reason> doubts = doubts(evidence, figures);
        if (doubts.isEmpty()) {
            return new Verdict(Decision.AUTOMATE, doubts, figures, p(evidence));
        }
        boolean helps = figures.agreement().lower() >= limits.agreementToAssist();
        return new Verdict(helps ? Decision.ASSIST : Decision.KEEP_MANUAL, doubts, figures, p(evidence));
    }

    /**
     * Decides on all items of a machine together, so that the probability of automating any of them wrongly stays below
     * one error in all (Holm): an item that passes by itself but not among the others is assisted with.
     */
    public <K> Map<K, Verdict> decide(Map<K, Evidence> items) {
        Map<K, Verdict> verdicts = new LinkedHashMap<>();
        items.forEach((item, evidence) -> verdicts.put(item, decide(evidence)));
        return together(verdicts, limits.confidence());
    }

    /**
     * The same for items that were decided on one by one, each with limits of its own.
     *
     * @param confidence that none of them is automated wrongly, between 0 and 1
     */
    public static <K> Map<K, Verdict> together(Map<K, Verdict> items, double confidence) {
        Map<K, Verdict> verdicts = new LinkedHashMap<>(items);
        List<OptionalDouble> adjusted = Adjustment.HOLM.adjust(
                verdicts.values().stream().map(Verdict::p).toList());
        int at = 0;
        for (Map.Entry<K, Verdict> item : verdicts.entrySet()) {
            Verdict alone = item.getValue();
            OptionalDouble p = adjusted.get(at++);
            if (alone.decision() == Decision.AUTOMATE && (p.isEmpty() || p.getAsDouble() > 1 - confidence + ROUNDING)) {
                item.setValue(new Verdict(
                        Decision.ASSIST, List.of(Reason.NOT_AFTER_OTHER_ITEMS), alone.figures(), alone.p()));
            }
        }
        return verdicts;
    }

    /** What forbids more than manual work, the first of its kind only, since the next ones say nothing then. */
    private List<Reason> stops(Evidence evidence, Verdict.Figures figures) {
        Standing standing = evidence.standing();
        if (standing.peopleOnly()) {
            return List.of(Reason.PEOPLE_ONLY);
        }
        if (!standing.sameVersion()) {
            return List.of(Reason.VERSION_CHANGED);
        }
        if (standing.driftAlarm()) {
            return List.of(Reason.DRIFT);
        }
        Colleague colleague = evidence.colleague();
        if (colleague.n() >= limits.doubleScored()
                && colleague.peopleToEachOther().orElse(1) < limits.agreementOfPeople()) {
            return List.of(Reason.PEOPLE_DISAGREE);
        }
        if (figures.agreement().effective() < limits.reviews()) {
            return List.of(Reason.TOO_FEW_REVIEWS);
        }
        if (standing.recentReviews() < limits.recentReviews()) {
            return List.of(Reason.TOO_FEW_RECENT_REVIEWS);
        }
        if (figures.recall().n() < limits.failuresToAssist()) {
            return List.of(Reason.TOO_FEW_FAILURES);
        }
        if (!(figures.youdenLower().orElse(0) > 0)) {
            return List.of(Reason.NO_BETTER_THAN_ALWAYS_PASS);
        }
        return List.of();
    }

    /** What forbids automation. */
    private List<Reason> doubts(Evidence evidence, Verdict.Figures figures) {
        List<Reason> doubts = new ArrayList<>();
        if (figures.agreement().lower() < limits.agreement()) {
            doubts.add(Reason.LOW_AGREEMENT);
        }
        if (figures.recall().lower() < limits.recall()) {
            doubts.add(Reason.MISSES_FAILURES);
        } else if (figures.recall().n() < limits.failures()) {
            doubts.add(Reason.TOO_FEW_FAILURES_TO_AUTOMATE);
        }
        Colleague colleague = evidence.colleague();
        if (colleague.n() < limits.doubleScored()) {
            doubts.add(Reason.NO_HUMAN_BENCHMARK);
        } else if (colleague.lower().isEmpty()) {
            doubts.add(Reason.BENCHMARK_WITHOUT_SPREAD);
        } else if (colleague.lower().getAsDouble() <= -limits.margin()) {
            doubts.add(Reason.WORSE_THAN_COLLEAGUE);
        }
        return doubts;
    }

    private Verdict.Figures figures(Evidence evidence) {
        SampledShare recall = evidence.shares().recall();
        SampledShare specificity = evidence.shares().specificity();
        OptionalDouble youden = OptionalDouble.empty();
        OptionalDouble lower = OptionalDouble.empty();
        if (recall.share().isPresent() && specificity.share().isPresent()) {
            double found = recall.share().getAsDouble();
            double passed = specificity.share().getAsDouble();
            youden = OptionalDouble.of(found + passed - 1);
            // each part keeps the distance to its own limit, and the distances add up as errors do
            lower = OptionalDouble.of(found
                    + passed
                    - 1
                    - Math.hypot(
                            found - recall.lower(limits.confidence()),
                            passed - specificity.lower(limits.confidence())));
        }
        return new Verdict.Figures(
                Verdict.Figure.of(evidence.shares().agreement(), limits.confidence()),
                Verdict.Figure.of(recall, limits.confidence()),
                Verdict.Figure.of(specificity, limits.confidence()),
                youden,
                lower,
                evidence.colleague());
    }

    private OptionalDouble p(Evidence evidence) {
        return Adjustment.ofAll(List.of(
                evidence.shares().agreement().pAbove(limits.agreement()),
                evidence.shares().recall().pAbove(limits.recall()),
                evidence.colleague().p()));
    }
}
