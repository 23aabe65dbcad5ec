package io.callscope.statistics.sampling;

import java.util.ArrayList;
import java.util.List;

/**
 * Raises inclusion probabilities so that those of every agent add up to a minimum, and lowers the others' so that the
 * sum stays.
 */
final class AgentMinimum {
    private static final double ROUNDING = 1e-12;

    private final List<List<Integer>> agents;
    private final PlanSettings settings;

    AgentMinimum(List<List<Integer>> agents, PlanSettings settings) {
        this.agents = agents;
        this.settings = settings;
    }

    /** @throws IllegalArgumentException when the minimum of all agents is more than the calls to draw */
    double[] raise(double[] inclusion) {
        int least = agents.stream().mapToInt(this::minimum).sum();
        if (least > settings.calls()) {
            throw new IllegalArgumentException("%d calls to draw: expected %d or more for %d of each agent"
                    .formatted(settings.calls(), least, settings.perAgent()));
        }
        double[] raised = inclusion.clone();
        boolean[] fixed = new boolean[agents.size()];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int a = 0; a < fixed.length; a++) {
                if (!fixed[a] && sum(raised, agents.get(a)) < minimum(agents.get(a)) - ROUNDING) {
                    fixed[a] = true;
                    changed = true;
                    spread(raised, inclusion, agents.get(a), minimum(agents.get(a)));
                }
            }
            if (changed) {
                rest(raised, inclusion, fixed);
            }
        }
        return raised;
    }

    /** What the fixed agents leave goes to the calls of all others. */
    private void rest(double[] raised, double[] inclusion, boolean[] fixed) {
        int left = settings.calls();
        List<Integer> others = new ArrayList<>();
        for (int a = 0; a < fixed.length; a++) {
            if (fixed[a]) {
                left -= minimum(agents.get(a));
            } else {
                others.addAll(agents.get(a));
            }
        }
        spread(raised, inclusion, others, left);
    }

    private static void spread(double[] raised, double[] inclusion, List<Integer> places, int calls) {
        double[] part = InclusionProbabilities.proportional(
                places.stream().mapToDouble(i -> inclusion[i]).toArray(), calls);
        for (int i = 0; i < part.length; i++) {
            raised[places.get(i)] = part[i];
        }
    }

    private int minimum(List<Integer> agent) {
        return Math.min(settings.perAgent(), agent.size());
    }

    private static double sum(double[] inclusion, List<Integer> places) {
        return places.stream().mapToDouble(i -> inclusion[i]).sum();
    }
}
