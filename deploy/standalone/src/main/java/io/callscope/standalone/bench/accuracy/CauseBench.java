package io.callscope.standalone.bench.accuracy;

import io.callscope.analytics.accuracy.CheckedCause;
import io.callscope.analytics.accuracy.report.CauseShares;
import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.statistics.Wilson;
import io.callscope.statistics.sampling.Candidate;
import io.callscope.statistics.sampling.PlanSettings;
import io.callscope.statistics.sampling.PlannedCall;
import io.callscope.statistics.sampling.SamplingPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Corrected shares of causes, tried on centers where what controllers would say of every repeat is known: repeats with the
 * machine's cause, a sample of them drawn by plan and compared, and the shares that the report makes of it.
 *
 * @param repetitions of every cell, 1 or more
 * @param seed of the random numbers; every cell has its own stream of them
 */
public record CauseBench(int repetitions, long seed) {
    /** Reviewed repeats. */
    public static final List<Integer> SIZES = List.of(100, 200, 400);

    private static final int REPEATS = 4_000;
    private static final double CONFIDENCE = 0.95;
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> IDS =
            IntStream.range(0, REPEATS).mapToObj("repeat-%04d"::formatted).toList();

    private static final double[] NINE = {0.25, 0.20, 0.15, 0.12, 0.10, 0.08, 0.05, 0.03, 0.02};
    private static final double[] FOUR = {0.40, 0.30, 0.20, 0.10};

    static final List<CauseWorld> WORLDS = List.of(
            new CauseWorld("4 causes, 70 % right, even", FOUR, 0.70, 0.15, false),
            new CauseWorld("9 causes, 80 % right, even", NINE, 0.80, 0.10, false),
            new CauseWorld("9 causes, 60 % right, even", NINE, 0.60, 0.10, false),
            new CauseWorld("9 causes, 80 % right, as planned", NINE, 0.80, 0.10, true));

    public CauseBench {
        if (repetitions < 1) {
            throw new IllegalArgumentException("%d repetitions: expected 1 or more".formatted(repetitions));
        }
    }

    /**
     * Repeats of one center.
     *
     * @param name for people
     * @param machine shares of the machine's causes, adding up to 1
     * @param right share of its true repeats of which controllers say the same cause; of the others they say any, as often
     *     as the machine gives it
     * @param noRepeat share of its repeats that are none
     * @param planned whether repeats are drawn half by how unsure the machine is, which it is more often where it errs, and
     *     customers have two of them about the same matter; otherwise all alike
     */
    record CauseWorld(String name, double[] machine, double right, double noRepeat, boolean planned) {}

    /**
     * How the shares of one center do.
     *
     * @param world its name
     * @param n reviewed repeats
     * @param worst share of repetitions whose interval holds the share that controllers would give all repeats, of the cause
     *     with which this is rarest
     * @param mean the same over all causes
     * @param rawMean over all causes, for intervals around the machine's own shares
     * @param width mean width of the intervals
     * @param together how many causes of the machine were taken together, on average
     */
    public record CauseCell(
            String world, int n, double worst, double mean, double rawMean, double width, double together) {
        public boolean holds() {
            return worst >= AccuracyBench.LEAST_COVERAGE;
        }
    }

    /** All cells, each told as it is done. */
    public List<CauseCell> cells(Consumer<CauseCell> done) {
        List<CauseCell> cells = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed * 31 + 7);
        for (CauseWorld world : WORLDS) {
            for (int n : SIZES) {
                CauseCell cell = cell(world, n, random.split());
                done.accept(cell);
                cells.add(cell);
            }
        }
        return cells;
    }

    private CauseCell cell(CauseWorld world, int n, SplittableRandom random) {
        int classes = world.machine().length + 1;
        int[] held = new int[classes];
        int rawHeld = 0;
        double width = 0;
        long together = 0;
        for (int i = 0; i < repetitions; i++) {
            Center center = new Center(world, random);
            CauseShares shares = CauseShares.of(center.counts(), center.review(n), true);
            if (shares.basis() == Corrected.Basis.NOTHING) {
                throw new IllegalStateException("%d reviews gave no shares of %s".formatted(n, world.name()));
            }
            Map<String, CauseShares.OfCause> rows = shares.byCause();
            for (int k = 0; k < classes; k++) {
                double truth = center.share(k);
                CauseShares.OfCause row = rows.get(name(k, classes));
                double low = row == null || row.low() == null ? 0 : row.low();
                double high = row == null || row.high() == null ? 0 : row.high();
                held[k] += low <= truth && truth <= high ? 1 : 0;
                rawHeld += k < classes - 1
                                && Wilson.interval(center.raw(k), REPEATS, CONFIDENCE)
                                        .contains(truth)
                        ? 1
                        : 0;
                width += high - low;
            }
            together += shares.together();
        }
        double cells = (double) repetitions * classes;
        return new CauseCell(
                world.name(),
                n,
                (double) IntStream.of(held).min().orElse(0) / repetitions,
                IntStream.of(held).sum() / cells,
                rawHeld / ((double) repetitions * (classes - 1)),
                width / cells,
                (double) together / repetitions);
    }

    private static String name(int k, int classes) {
        return k == classes - 1 ? CheckedCause.NO_REPEAT : "cause-" + k;
    }

    /** All repeats of a center, as the machine gives their cause and as controllers would. Not thread-safe. */
    private static final class Center {
        private final CauseWorld world;
        private final SplittableRandom random;
        private final int[] machine = new int[REPEATS];
        private final int[] people = new int[REPEATS];
        private final boolean[] hard = new boolean[REPEATS];

        Center(CauseWorld world, SplittableRandom random) {
            this.world = world;
            this.random = random;
            for (int i = 0; i < REPEATS; i++) {
                boolean again = world.planned() && i % 2 == 1 && random.nextBoolean();
                hard[i] = again ? hard[i - 1] : random.nextDouble() < World.HARD;
                machine[i] = again ? machine[i - 1] : any();
                people[i] = again ? people[i - 1] : said(machine[i], hard[i]);
            }
        }

        private int any() {
            double left = random.nextDouble();
            int k = 0;
            while (k < world.machine().length - 1 && left >= world.machine()[k]) {
                left -= world.machine()[k];
                k++;
            }
            return k;
        }

        private int said(int cause, boolean isHard) {
            if (random.nextDouble() < world.noRepeat()) {
                return world.machine().length;
            }
            // where a repeat is hard the machine errs twice as often, elsewhere so much less
            double errs =
                    (1 - world.right()) * (world.planned() ? isHard ? 2 : (1 - 2 * World.HARD) / (1 - World.HARD) : 1);
            return random.nextDouble() < errs ? any() : cause;
        }

        Map<String, Long> counts() {
            Map<String, Long> counts = new TreeMap<>();
            for (int cause : machine) {
                counts.merge("cause-" + cause, 1L, Long::sum);
            }
            return counts;
        }

        double share(int k) {
            return (double) IntStream.of(people).filter(one -> one == k).count() / REPEATS;
        }

        double raw(int k) {
            return (double) IntStream.of(machine).filter(one -> one == k).count() / REPEATS;
        }

        List<CheckedCause> review(int n) {
            List<Candidate> candidates = new ArrayList<>(REPEATS);
            for (int i = 0; i < REPEATS; i++) {
                // agents do not follow one another as customers do
                String agent = "agent-%02d".formatted(Math.floorMod(i * 7_919, SimulatedCenter.AGENTS));
                candidates.add(new Candidate(
                        IDS.get(i), "team", agent, NOW, (hard[i] ? 0.6 : 0.2) + 0.2 * random.nextDouble()));
            }
            SamplingPlan plan = SamplingPlan.draw(
                    candidates, new PlanSettings(n, world.planned() ? 0.5 : 0, 0, 0, 0), random.nextLong());
            List<CheckedCause> reviewed = new ArrayList<>();
            for (PlannedCall planned : plan.calls()) {
                int i = Integer.parseInt(planned.call().id().substring("repeat-".length()));
                reviewed.add(new CheckedCause(
                        "cause-" + machine[i],
                        name(people[i], world.machine().length + 1),
                        1 / planned.inclusion(),
                        "customer-" + (world.planned() ? i / 2 : i)));
            }
            return reviewed;
        }
    }
}
