package io.callscope.statistics.sampling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * Which calls people will review, drawn so that every call had a known probability, whatever the machine says of it.
 * The same candidates, settings and seed give the same plan on every Java platform, in whatever order the candidates
 * come. Keep it before anybody reviews: a probability that is made up afterwards is worth nothing.
 *
 * @param seed of the random numbers
 * @param settings how it was drawn
 * @param population how many calls could have been drawn
 * @param calls the drawn ones, by team, agent and time
 */
public record SamplingPlan(long seed, PlanSettings settings, int population, List<PlannedCall> calls) {
    /**
     * Defined to the last bit, and apart for seeds that stand side by side, such as the numbers of weeks: the first
     * numbers of {@link java.util.Random} are nearly the same for those.
     */
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    private static final Comparator<Candidate> ORDER = Comparator.comparing(Candidate::team)
            .thenComparing(Candidate::agent)
            .thenComparing(Candidate::startedAt)
            .thenComparing(Candidate::id);

    public SamplingPlan {
        calls = List.copyOf(calls);
    }

    /**
     * Draws a plan.
     *
     * @throws IllegalArgumentException for a call that comes twice, fewer candidates than calls to draw, or a minimum of
     *     agents that needs more calls than are drawn
     */
    public static SamplingPlan draw(List<Candidate> candidates, PlanSettings settings, long seed) {
        List<Candidate> list = new ArrayList<>(candidates);
        list.sort(ORDER);
        unique(list);
        double[] inclusion = inclusion(list, settings);
        RandomGenerator random = RANDOM.create(seed);
        List<Integer> drawn = SystematicSample.draw(inclusion, random.nextDouble());
        Set<Integer> twice = lot(drawn.size(), settings.doubleShare(), random);
        Set<Integer> tuning = lot(drawn.size(), settings.tuningShare(), random);
        double second = drawn.isEmpty() ? 0 : (double) twice.size() / drawn.size();
        List<PlannedCall> calls = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            calls.add(new PlannedCall(
                    list.get(drawn.get(i)),
                    inclusion[drawn.get(i)],
                    twice.contains(i),
                    second,
                    tuning.contains(i) ? PlannedCall.Role.TUNING : PlannedCall.Role.EVALUATION));
        }
        return new SamplingPlan(seed, settings, list.size(), calls);
    }

    /** π of every candidate by its id, of those that are not drawn too. */
    public static Map<String, Double> inclusionOf(List<Candidate> candidates, PlanSettings settings) {
        List<Candidate> list = new ArrayList<>(candidates);
        list.sort(ORDER);
        unique(list);
        double[] inclusion = inclusion(list, settings);
        Map<String, Double> byId = new LinkedHashMap<>();
        for (int i = 0; i < inclusion.length; i++) {
            byId.put(list.get(i).id(), inclusion[i]);
        }
        return byId;
    }

    /**
     * The mixture of uncertain and even, with each agent's sum raised to the minimum where it is below. Agents stand
     * together in the list, and a stretch whose probabilities add up to m gets at least ⌊m⌋ calls of a systematic
     * sample: so the minimum holds in every plan, not on average, and every π stays exact.
     */
    private static double[] inclusion(List<Candidate> list, PlanSettings settings) {
        if (settings.calls() > list.size()) {
            throw new IllegalArgumentException("%d calls to draw: expected no more than the %d there are"
                    .formatted(settings.calls(), list.size()));
        }
        double[] u = list.stream().mapToDouble(Candidate::uncertainty).toArray();
        double[] inclusion = InclusionProbabilities.mixture(u, settings.calls(), settings.uncertaintyPart());
        return settings.perAgent() == 0 ? inclusion : new AgentMinimum(agents(list), settings).raise(inclusion);
    }

    private static List<List<Integer>> agents(List<Candidate> list) {
        Map<List<String>, List<Integer>> agents = new LinkedHashMap<>();
        IntStream.range(0, list.size())
                .forEach(i -> agents.computeIfAbsent(
                                List.of(list.get(i).team(), list.get(i).agent()), agent -> new ArrayList<>())
                        .add(i));
        return List.copyOf(agents.values());
    }

    /** Round(share · n) places of n, each with the same probability: the first of a shuffled list (Durstenfeld 1964). */
    private static Set<Integer> lot(int n, double share, RandomGenerator random) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, n).boxed().toList());
        int wanted = (int) Math.round(share * n);
        for (int i = 0; i < wanted; i++) {
            Collections.swap(places, i, i + random.nextInt(n - i));
        }
        return new TreeSet<>(places.subList(0, wanted));
    }

    private static void unique(List<Candidate> list) {
        Set<String> ids = new HashSet<>();
        for (Candidate candidate : list) {
            if (!ids.add(candidate.id())) {
                throw new IllegalArgumentException("call %s comes twice: expected once".formatted(candidate.id()));
            }
        }
    }
}
