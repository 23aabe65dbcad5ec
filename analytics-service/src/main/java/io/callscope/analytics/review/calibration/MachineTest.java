package io.callscope.analytics.review.calibration;

import com.fasterxml.jackson.annotation.JsonValue;
import io.callscope.statistics.alttest.AltTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the machine could take the place of one of the people ({@link AltTest}); supporting evidence and no decision.
 *
 * @param outcome what is said
 * @param calls that the machine and two people or more have scored
 * @param winningRate share of the people that the machine is shown to be as good as; null when nothing is tested
 * @param advantage how often it is at least as near to the others as a person is; null when nothing is tested
 */
public record MachineTest(
        Outcome outcome,
        int calls,
        @Nullable Double winningRate,
        @Nullable Double advantage) {
    /** Calls that a person must share with the others. */
    public static final int FEWEST_CALLS = 30;

    /** ε for skilled people, and q; see {@link AltTest}. */
    private static final AltTest TEST = new AltTest(0.15, 0.05, FEWEST_CALLS, AltTest.Scoring.SAME);

    /** What the test says, or why it says nothing. */
    public enum Outcome {
        PASSES,
        FAILS,
        /** The machine answers none of these calls. */
        NO_MACHINE,
        FEW_PEOPLE,
        FEW_CALLS,
        /** Everybody says the same of every call. */
        NO_DIFFERENCES;

        /** The word for it in JSON and messages. */
        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Runs it.
     *
     * @param people each person's answers by call
     * @param machine the machine's by call
     */
    static MachineTest of(Map<String, Map<String, Double>> people, Map<String, Double> machine) {
        Map<String, Map<String, Double>> common = common(people, machine.keySet());
        Set<String> calls = new HashSet<>();
        common.values().forEach(one -> calls.addAll(one.keySet()));
        if (machine.isEmpty()) {
            return none(Outcome.NO_MACHINE, 0);
        }
        List<String> enough = common.entrySet().stream()
                .filter(one -> one.getValue().size() >= FEWEST_CALLS)
                .map(Map.Entry::getKey)
                .toList();
        if (common.size() < CalibrationDraft.FEWEST_PEOPLE) {
            return none(Outcome.FEW_PEOPLE, calls.size());
        }
        if (enough.size() < CalibrationDraft.FEWEST_PEOPLE) {
            return none(Outcome.FEW_CALLS, calls.size());
        }
        AltTest.Outcome outcome = TEST.of(common, machine);
        if (!outcome.assessable() || outcome.winningRate().isEmpty()) {
            return none(Outcome.NO_DIFFERENCES, calls.size());
        }
        return new MachineTest(
                outcome.passes() ? Outcome.PASSES : Outcome.FAILS,
                calls.size(),
                outcome.winningRate().getAsDouble(),
                outcome.advantage().orElseThrow());
    }

    /** Answers on calls that the machine and another person have answered too; people without such are left out. */
    private static Map<String, Map<String, Double>> common(
            Map<String, Map<String, Double>> people, Set<String> machine) {
        Map<String, Integer> answered = new HashMap<>();
        people.values().forEach(one -> one.keySet().forEach(call -> answered.merge(call, 1, Integer::sum)));
        Map<String, Map<String, Double>> common = new HashMap<>();
        people.forEach((person, answers) -> {
            Map<String, Double> kept = new HashMap<>(answers);
            kept.keySet().removeIf(call -> !machine.contains(call) || answered.getOrDefault(call, 0) < 2);
            if (!kept.isEmpty()) {
                common.put(person, kept);
            }
        });
        return common;
    }

    private static MachineTest none(Outcome why, int calls) {
        return new MachineTest(why, calls, null, null);
    }
}
