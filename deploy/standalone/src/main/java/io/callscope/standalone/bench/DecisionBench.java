package io.callscope.standalone.bench;

import io.callscope.statistics.BinaryCounts;
import io.callscope.statistics.decision.Colleague;
import io.callscope.statistics.decision.Decision;
import io.callscope.statistics.decision.DecisionLimits;
import io.callscope.statistics.decision.DecisionRule;
import io.callscope.statistics.decision.Evidence;
import io.callscope.statistics.decision.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * How often the rule decides what about machines whose true figures are known: calls are drawn, machine and people
 * disagree by lot, and the rule sees the counts only. Machine and colleague are taken to be equal, because this is about
 * the other conditions.
 *
 * @param repetitions of every cell, 1 or more
 * @param seed of the random numbers; every cell has its own stream of them
 */
public record DecisionBench(int repetitions, long seed) {
    /** Sample sizes of the table. */
    public static final List<Integer> SIZES = List.of(60, 100, 200, 400);

    /** A machine as good as a colleague on calls enough to show it. */
    private static final Colleague EQUAL = new Colleague(
            60, OptionalDouble.of(0.95), OptionalDouble.of(0), OptionalDouble.of(0), OptionalDouble.of(0.001));

    private static final Standing STEADY = new Standing(false, true, false, Integer.MAX_VALUE);
    private static final Decision HIGHEST = Decision.AUTOMATE;

    /** Machines that the table of the rule was printed for, with its shares in percent. */
    public static final List<Machine> MACHINES = List.of(
            new Machine("good, 20 % failures", 0.97, 0.985, 0.20, Decision.AUTOMATE, List.of(44.0, 74.0, 97.0, 100.0)),
            new Machine("fair, 20 % failures", 0.92, 0.97, 0.20, Decision.AUTOMATE, List.of(19.0, 34.0, 65.0, 92.0)),
            new Machine("good, 8 % failures", 0.97, 0.985, 0.08, Decision.AUTOMATE, List.of(0.0, 12.0, 63.0, 93.0)),
            new Machine("recall at its limit", 0.80, 0.97, 0.20, Decision.AUTOMATE, List.of(2.9, 3.9, 3.9, 4.6)),
            new Machine("agreement at its limit", 0.90, 0.90, 0.20, Decision.AUTOMATE, List.of(2.1, 3.3, 4.4, 4.9)),
            new Machine("passes every call, 5 % failures", 0, 1, 0.05, Decision.ASSIST, List.of(0.0, 0.0, 0.0, 0.0)));

    public DecisionBench {
        if (repetitions < 1) {
            throw new IllegalArgumentException("%d repetitions: expected 1 or more".formatted(repetitions));
        }
    }

    /**
     * A machine whose figures are known.
     *
     * @param name for people
     * @param recall how many failures it finds
     * @param specificity how many passes it passes
     * @param failures share of failures
     * @param decision the least decision that is counted
     * @param printed percent of decisions by sample size, as printed with the rule from 4,000 repetitions
     */
    public record Machine(
            String name, double recall, double specificity, double failures, Decision decision, List<Double> printed) {}

    /**
     * One cell of the table.
     *
     * @param machine which one
     * @param n reviewed calls
     * @param share of repetitions with the machine's decision or a higher one, in percent
     * @param printed the same as printed with the rule, in percent
     */
    public record Cell(Machine machine, int n, double share, double printed) {
        /** Repetitions that the printed figures come from. */
        private static final double PRINTED_REPETITIONS = 4_000;

        /** How far both may lie apart by chance: four standard errors of their difference, and half a unit of print. */
        double tolerance(int repetitions) {
            double p = Math.min(Math.max(printed / 100, 0.005), 0.995);
            double unit = printed < 10 && printed > 0 ? 0.05 : 0.5;
            return unit + 400 * Math.sqrt(p * (1 - p) * (1 / PRINTED_REPETITIONS + 1.0 / repetitions));
        }
    }

    /** All cells, by machine and size. */
    public List<Cell> run() {
        DecisionRule rule = new DecisionRule(DecisionLimits.USUAL);
        SplittableRandom random = new SplittableRandom(seed);
        List<Cell> cells = new ArrayList<>();
        for (Machine machine : MACHINES) {
            for (int size = 0; size < SIZES.size(); size++) {
                SplittableRandom own = random.split();
                int n = SIZES.get(size);
                int decided = 0;
                for (int i = 0; i < repetitions; i++) {
                    Evidence.Shares shares = Evidence.Shares.of(draw(machine, n, own), 1);
                    Decision decision =
                            rule.decide(new Evidence(shares, EQUAL, STEADY)).decision();
                    decided += decision == machine.decision() || decision == HIGHEST ? 1 : 0;
                }
                cells.add(new Cell(
                        machine,
                        n,
                        100.0 * decided / repetitions,
                        machine.printed().get(size)));
            }
        }
        return cells;
    }

    /** Cells that differ from what was printed by more than chance. */
    public List<Cell> differing(List<Cell> cells) {
        return cells.stream()
                .filter(cell -> Math.abs(cell.share() - cell.printed()) > cell.tolerance(repetitions))
                .toList();
    }

    private static BinaryCounts draw(Machine machine, int n, SplittableRandom random) {
        BinaryCounts counts = BinaryCounts.EMPTY;
        for (int i = 0; i < n; i++) {
            boolean failed = random.nextDouble() < machine.failures();
            boolean right = random.nextDouble() < (failed ? machine.recall() : machine.specificity());
            counts = counts.plus(BinaryCounts.one(failed, failed == right));
        }
        return counts;
    }
}
