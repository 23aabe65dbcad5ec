package io.callscope.statistics.decision;

import io.callscope.statistics.Probabilities;
import io.callscope.statistics.paired.ColleagueScore;
import io.callscope.statistics.paired.NonInferiority;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * How the machine does beside two people who scored the same calls blind.
 *
 * @param n calls that two people scored
 * @param peopleToEachOther how often they agree; empty without calls
 * @param difference what the machine's agreement with them exceeds that by; empty without calls
 * @param lower its one-sided lower limit; empty when it cannot be assessed
 * @param p one-sided, of "the machine is worse by the margin or more"; empty when it cannot be assessed
 */
public record Colleague(
        int n, OptionalDouble peopleToEachOther, OptionalDouble difference, OptionalDouble lower, OptionalDouble p) {
    /** Nobody has scored a call twice. */
    public static final Colleague NONE = new Colleague(
            0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

    public Colleague {
        if (n < 0) {
            throw new IllegalArgumentException("%d double-scored calls: expected 0 or more".formatted(n));
        }
        peopleToEachOther.ifPresent(share -> Probabilities.share("agreement of people", share));
        p.ifPresent(value -> Probabilities.share("p", value));
    }

    /** From calls that two people scored; {@link #NONE} without any. */
    public static Colleague of(List<DoubleScoredCall> calls, DecisionLimits limits) {
        if (calls.isEmpty()) {
            return NONE;
        }
        double[] weights = calls.stream().mapToDouble(DoubleScoredCall::weight).toArray();
        NonInferiority test = NonInferiority.of(
                answers(calls, DoubleScoredCall::machineFailed),
                answers(calls, DoubleScoredCall::firstFailed),
                answers(calls, DoubleScoredCall::secondFailed),
                weights,
                calls.stream().map(DoubleScoredCall::agent).toList());
        return careful(of(test, limits), ColleagueScore.of(test, weights), limits);
    }

    /** Student's t sees how agents differ, the score test how few disagreements there are: the more careful one counts. */
    private static Colleague careful(Colleague student, ColleagueScore score, DecisionLimits limits) {
        if (student.lower().isEmpty() || student.p().isEmpty()) {
            return student;
        }
        return new Colleague(
                student.n(),
                student.peopleToEachOther(),
                student.difference(),
                OptionalDouble.of(Math.min(student.lower().getAsDouble(), score.lower(limits.confidence()))),
                OptionalDouble.of(Math.max(student.p().getAsDouble(), score.p(limits.margin()))));
    }

    /** From the test, with the confidence and the margin of the limits. */
    public static Colleague of(NonInferiority test, DecisionLimits limits) {
        return new Colleague(
                test.n(),
                OptionalDouble.of(test.peopleToEachOther()),
                OptionalDouble.of(test.difference()),
                test.lower(limits.confidence()),
                test.p(limits.margin()));
    }

    private static List<Integer> answers(List<DoubleScoredCall> calls, Predicate<DoubleScoredCall> failed) {
        return calls.stream().map(call -> failed.test(call) ? 1 : 0).toList();
    }
}
