package io.callscope.standalone.bench.accuracy;

import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.ItemEvidence;
import io.callscope.analytics.accuracy.report.Assessor;
import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.accuracy.report.ItemRow;
import io.callscope.standalone.bench.accuracy.World.Sampling;
import io.callscope.standalone.bench.accuracy.World.Spread;
import io.callscope.statistics.Wilson;
import io.callscope.statistics.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The whole way from calls to the report, tried as an experiment: calls with known failures, a machine with known
 * errors, a sample drawn by plan, controllers who score it blind, and the report that decides and corrects.
 *
 * @param repetitions of every cell, 1 or more
 * @param seed of the random numbers; every cell has its own stream of them
 */
public record AccuracyBench(int repetitions, long seed) {
    /** The least share of corrected intervals that must hold the share they are about. */
    public static final double LEAST_COVERAGE = 0.933;

    /** The largest share of machines at a limit that may be trusted wrongly: 5 % and two standard errors of 4,000. */
    public static final double MOST_TRUSTED_WRONGLY = 0.057;

    /** Reviewed calls in the cells about shares. */
    public static final List<Integer> SHARE_SIZES = List.of(50, 100, 200, 400);

    /** Reviewed calls in the cells about decisions. */
    public static final List<Integer> DECISION_SIZES = List.of(60, 100, 200, 400);

    /** A decision does not ask how many calls there are. */
    private static final int CALLS_TO_DECIDE = 1_600;

    static final List<World> SHARES = List.of(
            World.plain("12 %, .80/.95, even", 0.12, 0.80, 0.95, Sampling.EVEN),
            World.plain("3 %, .70/.98, even", 0.03, 0.70, 0.98, Sampling.EVEN),
            World.plain("30 %, .85/.90, even", 0.30, 0.85, 0.90, Sampling.EVEN),
            World.plain("12 %, .80/.95, half marked", 0.12, 0.80, 0.95, Sampling.MARKED),
            new World(
                    "12 %, .80/.95, as planned",
                    0.12,
                    0.80,
                    0.95,
                    Spread.AGENTS_AND_HARD_CALLS,
                    Sampling.UNCERTAIN,
                    0.04,
                    0.04,
                    0.2,
                    World.MOST_CALLS,
                    1),
            new World(
                    "3 %, .70/.98, as planned",
                    0.03,
                    0.70,
                    0.98,
                    Spread.AGENTS_AND_HARD_CALLS,
                    Sampling.UNCERTAIN,
                    0.01,
                    0.01,
                    0.2,
                    World.MOST_CALLS,
                    1),
            new World(
                    "30 %, .85/.90, as planned",
                    0.30,
                    0.85,
                    0.90,
                    Spread.AGENTS_AND_HARD_CALLS,
                    Sampling.UNCERTAIN,
                    0.04,
                    0.04,
                    0.2,
                    World.MOST_CALLS,
                    1));

    static final List<DecisionCase> DECISIONS = List.of(
            new DecisionCase(
                    twice("good, 20 %", 0.20, 0.97, 0.985, 0.07, Spread.NONE, Sampling.EVEN, 1),
                    Question.TRUSTED,
                    List.of(44.0, 74.0, 97.0, 100.0)),
            new DecisionCase(
                    twice("fair, 20 %", 0.20, 0.92, 0.97, 0.07, Spread.NONE, Sampling.EVEN, 1),
                    Question.TRUSTED,
                    List.of(19.0, 34.0, 65.0, 92.0)),
            new DecisionCase(
                    twice("good, 8 %", 0.08, 0.97, 0.985, 0.07, Spread.NONE, Sampling.EVEN, 1),
                    Question.TRUSTED,
                    List.of(0.0, 12.0, 63.0, 93.0)),
            new DecisionCase(
                    twice("finds 80 %: limit", 0.20, 0.80, 0.97, 0.10, Spread.NONE, Sampling.EVEN, 1),
                    Question.TRUSTED_WRONGLY,
                    List.of(2.9, 3.9, 3.9, 4.6)),
            new DecisionCase(
                    twice("agrees 90 %: limit", 0.20, 0.90, 0.90, 0.10, Spread.NONE, Sampling.EVEN, 1),
                    Question.TRUSTED_WRONGLY,
                    List.of(2.1, 3.3, 4.4, 4.9)),
            new DecisionCase(
                    twice("5 points below a colleague: limit", 0.20, 0.95, 0.943, 0.01, Spread.NONE, Sampling.EVEN, 1),
                    Question.TRUSTED_WRONGLY,
                    List.of()),
            new DecisionCase(
                    twice(
                            "finds 80 %, as planned: limit",
                            0.20, 0.80, 0.97, 0.10, Spread.AGENTS_AND_HARD_CALLS, Sampling.UNCERTAIN, 1),
                    Question.TRUSTED_WRONGLY,
                    List.of()),
            new DecisionCase(
                    twice(
                            "agrees 90 %, as planned: limit",
                            0.20, 0.90, 0.90, 0.10, Spread.AGENTS_AND_HARD_CALLS, Sampling.UNCERTAIN, 1),
                    Question.TRUSTED_WRONGLY,
                    List.of()),
            new DecisionCase(
                    twice("five items at the limit: any", 0.20, 0.80, 0.97, 0.10, Spread.NONE, Sampling.EVEN, 5),
                    Question.TRUSTED_WRONGLY,
                    List.of()),
            new DecisionCase(
                    twice("passes every call, 5 %", 0.05, 0, 1, 0.05, Spread.NONE, Sampling.EVEN, 1),
                    Question.NEVER,
                    List.of(0.0, 0.0, 0.0, 0.0)));

    public AccuracyBench {
        if (repetitions < 1) {
            throw new IllegalArgumentException("%d repetitions: expected 1 or more".formatted(repetitions));
        }
    }

    /** What a cell about decisions counts, and which bar it has. */
    public enum Question {
        /** How often a machine that deserves it is trusted; no bar. */
        TRUSTED,
        /** How often one at a limit is trusted; {@link #MOST_TRUSTED_WRONGLY}. */
        TRUSTED_WRONGLY,
        /** How often one that marks nothing is trusted or may assist; never. */
        NEVER
    }

    /** A world and what is asked about it; {@code printed} in percent by size, as the rule was published, or empty. */
    record DecisionCase(World world, Question question, List<Double> printed) {}

    /**
     * How corrected shares do.
     *
     * @param world its name
     * @param n reviewed calls
     * @param coverage share of repetitions whose interval holds the share that controllers would give all calls
     * @param coverageOfTruth the same for the true share, which controllers who err do not know either
     * @param rawCoverage the same for an interval around the machine's own share, as if it did not err
     * @param width mean width of the corrected interval
     * @param peopleOnly share of repetitions in which too few were reviewed of one label
     */
    public record ShareCell(
            String world,
            int n,
            double coverage,
            double coverageOfTruth,
            double rawCoverage,
            double width,
            double peopleOnly) {
        public boolean holds() {
            return coverage >= LEAST_COVERAGE;
        }
    }

    /**
     * How often the machine is trusted.
     *
     * @param world its name
     * @param question what is counted
     * @param n reviewed calls
     * @param share of repetitions
     * @param printed percent, as the rule was published; NaN when it was not
     */
    public record DecisionCell(String world, Question question, int n, double share, double printed) {
        public boolean holds() {
            return switch (question) {
                case TRUSTED -> true;
                case TRUSTED_WRONGLY -> share <= MOST_TRUSTED_WRONGLY;
                case NEVER -> share == 0;
            };
        }
    }

    /** Cells about shares, each told as it is done. */
    public List<ShareCell> shares(Consumer<ShareCell> done) {
        List<ShareCell> cells = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (World world : SHARES) {
            for (int n : SHARE_SIZES) {
                ShareCell cell = share(world, n, random.split());
                done.accept(cell);
                cells.add(cell);
            }
        }
        return cells;
    }

    /** Cells about decisions, each told as it is done. */
    public List<DecisionCell> decisions(Consumer<DecisionCell> done) {
        List<DecisionCell> cells = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(~seed);
        for (DecisionCase one : DECISIONS) {
            for (int size = 0; size < DECISION_SIZES.size(); size++) {
                int n = DECISION_SIZES.get(size);
                DecisionCell cell = new DecisionCell(
                        one.world().name(),
                        one.question(),
                        n,
                        trusted(one, n, random.split()),
                        one.printed().isEmpty() ? Double.NaN : one.printed().get(size));
                done.accept(cell);
                cells.add(cell);
            }
        }
        return cells;
    }

    private ShareCell share(World world, int n, SplittableRandom random) {
        Assessor assessor = new Assessor(AccuracySettings.defaults());
        int held = 0;
        int heldTruth = 0;
        int rawHeld = 0;
        int peopleOnly = 0;
        double width = 0;
        for (int i = 0; i < repetitions; i++) {
            SimulatedCenter center = new SimulatedCenter(world, random);
            ItemRow row = assessor.rows(center.review(n), SimulatedCenter.NOW).get(0);
            Corrected corrected = row.corrected();
            double low = Objects.requireNonNull(corrected.low());
            double high = Objects.requireNonNull(corrected.high());
            held += low <= center.share() && center.share() <= high ? 1 : 0;
            heldTruth += low <= center.trueShare() && center.trueShare() <= high ? 1 : 0;
            rawHeld += rawHolds(corrected, center.share()) ? 1 : 0;
            peopleOnly += corrected.basis() == Corrected.Basis.PEOPLE ? 1 : 0;
            width += high - low;
        }
        return new ShareCell(
                world.name(),
                n,
                (double) held / repetitions,
                (double) heldTruth / repetitions,
                (double) rawHeld / repetitions,
                width / repetitions,
                (double) peopleOnly / repetitions);
    }

    private static boolean rawHolds(Corrected corrected, double share) {
        return Wilson.interval(corrected.marked(), corrected.calls(), 0.95).contains(share);
    }

    private double trusted(DecisionCase one, int n, SplittableRandom random) {
        Assessor assessor = new Assessor(AccuracySettings.defaults());
        int trusted = 0;
        for (int i = 0; i < repetitions; i++) {
            List<ItemEvidence> items = new SimulatedCenter(one.world(), random).review(n);
            trusted += assessor.decide(items, SimulatedCenter.NOW).values().stream()
                            .anyMatch(verdict -> verdict.decision() == Decision.AUTOMATE
                                    || (one.question() == Question.NEVER && verdict.decision() == Decision.ASSIST))
                    ? 1
                    : 0;
        }
        return (double) trusted / repetitions;
    }

    /** The first controller's score is what the machine is held to; the second one scores every call and errs. */
    private static World twice(
            String name,
            double failures,
            double recall,
            double specificity,
            double secondErrs,
            Spread spread,
            Sampling sampling,
            int items) {
        return new World(
                name, failures, recall, specificity, spread, sampling, 0, secondErrs, 1, CALLS_TO_DECIDE, items);
    }
}
