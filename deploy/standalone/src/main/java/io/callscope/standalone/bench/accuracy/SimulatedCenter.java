package io.callscope.standalone.bench.accuracy;

import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.ItemEvidence;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.Population;
import io.callscope.statistics.sampling.Candidate;
import io.callscope.statistics.sampling.PlanSettings;
import io.callscope.statistics.sampling.PlannedCall;
import io.callscope.statistics.sampling.SamplingPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * All calls of some weeks, as they truly are and as the machine and two controllers score them. Controllers have an
 * opinion of every call; it is seen of those that are drawn. Not thread-safe.
 */
final class SimulatedCenter {
    static final int AGENTS = 40;
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final Duration WEEKS = Duration.ofDays(49);
    private static final String VERSION = "simulated";
    private static final double TUNING = 0.3;
    private static final List<String> IDS = names("call-%05d", World.MOST_CALLS);
    private static final List<String> AGENT_NAMES = names("agent-%03d", AGENTS);

    private final World world;
    private final SplittableRandom random;
    private final boolean[] hard;
    private final boolean[][] machine;
    private final boolean[][] first;
    private final boolean[][] second;
    private final boolean[][] truth;

    SimulatedCenter(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
        this.hard = new boolean[world.calls()];
        this.truth = new boolean[world.items()][world.calls()];
        this.machine = new boolean[world.items()][world.calls()];
        this.first = new boolean[world.items()][world.calls()];
        this.second = new boolean[world.items()][world.calls()];
        for (int call = 0; call < world.calls(); call++) {
            hard[call] = random.nextDouble() < World.HARD;
            for (int item = 0; item < world.items(); item++) {
                boolean failed = random.nextDouble() < world.failures(agent(call));
                truth[item][call] = failed;
                machine[item][call] = failed ^ (random.nextDouble() < world.machineErrs(failed, hard[call]));
                first[item][call] = failed ^ (random.nextDouble() < world.firstErrs());
                second[item][call] = failed ^ (random.nextDouble() < world.secondErrs());
            }
        }
    }

    /** Share of all calls that the controller whose score counts would mark. */
    double share() {
        return share(first[0]);
    }

    /** Share of all calls that fail in truth. */
    double trueShare() {
        return share(truth[0]);
    }

    /**
     * Draws a plan and lets the controllers score it.
     *
     * @param n reviews that become evidence, nearly
     */
    List<ItemEvidence> review(int n) {
        PlanSettings settings = new PlanSettings(
                (int) Math.round(n / (1 - TUNING)),
                world.sampling() == World.Sampling.EVEN ? 0 : 0.5,
                0,
                world.doubleShare(),
                TUNING);
        SamplingPlan plan = SamplingPlan.draw(candidates(), settings, random.nextLong());
        List<ItemEvidence> evidence = new ArrayList<>();
        for (int item = 0; item < world.items(); item++) {
            List<CheckedCall> checked = new ArrayList<>();
            for (int i = 0; i < plan.calls().size(); i++) {
                checked.add(checked(plan, i, item));
            }
            evidence.add(new ItemEvidence(
                    Item.criterion("simulated", "item-" + item),
                    VERSION,
                    NOW.minus(WEEKS),
                    new Population(count(machine[item]), world.calls()),
                    checked,
                    List.of()));
        }
        return evidence;
    }

    private CheckedCall checked(SamplingPlan plan, int place, int item) {
        PlannedCall planned = plan.calls().get(place);
        int call = Integer.parseInt(planned.call().id().substring("call-".length()));
        // controllers do not work through the list agent by agent
        long order = Math.floorMod(place * 7_919L, plan.calls().size());
        return new CheckedCall(
                planned.call().id(),
                planned.call().agent(),
                NOW.minusMillis(WEEKS.toMillis() * order / plan.calls().size()),
                planned.inclusion(),
                planned.doubleScored() ? planned.secondInclusion() : null,
                planned.role() == PlannedCall.Role.EVALUATION,
                true,
                VERSION,
                label(machine[item][call]),
                null,
                label(first[item][call]),
                planned.doubleScored() ? label(second[item][call]) : null,
                null,
                null);
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>(world.calls());
        for (int call = 0; call < world.calls(); call++) {
            candidates.add(new Candidate(IDS.get(call), "team", AGENT_NAMES.get(agent(call)), NOW, uncertainty(call)));
        }
        return candidates;
    }

    private double uncertainty(int call) {
        return switch (world.sampling()) {
            case EVEN -> 0;
            case MARKED -> machine[0][call] ? 1 : 0;
            // other items make a call unsure too
            case UNCERTAIN -> (machine[0][call] ? 0.5 : 0.2) * (hard[call] ? 2 : 1) + 0.3 * random.nextDouble();
        };
    }

    /** Calls stand by agent, as plans sort them. */
    private int agent(int call) {
        return call / (world.calls() / AGENTS);
    }

    private static Label label(boolean marked) {
        return marked ? Label.MARKED : Label.CLEAR;
    }

    private static double share(boolean[] marked) {
        return (double) count(marked) / marked.length;
    }

    private static long count(boolean[] marked) {
        return IntStream.range(0, marked.length).filter(i -> marked[i]).count();
    }

    private static List<String> names(String pattern, int n) {
        return IntStream.range(0, n).mapToObj(pattern::formatted).toList();
    }
}
