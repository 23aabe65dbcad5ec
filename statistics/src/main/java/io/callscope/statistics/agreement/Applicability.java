package io.callscope.statistics.agreement;

import io.callscope.statistics.Probabilities;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Agreement on an item that does not concern every call, as two numbers: does the machine know when it applies, and is
 * it right when it does. Agreeing that an item does not apply is no accuracy. Immutable.
 *
 * @param scoredByBoth calls that both scored
 * @param sameApplicability those on which both say that the item applies, or both that it does not
 * @param applicableToBoth those on which both say that it applies
 * @param sameScore those of {@code applicableToBoth} with the same score
 */
public record Applicability(long scoredByBoth, long sameApplicability, long applicableToBoth, long sameScore) {
    /** What one rater says of one call. */
    public enum Score {
        PASS,
        FAIL,
        NOT_APPLICABLE
    }

    /** A call that one of them has not scored counts nowhere. */
    public static Applicability of(List<Optional<Score>> people, List<Optional<Score>> machine) {
        Probabilities.sameSize("scores of people", people.size(), "scores of the machine", machine.size());
        long both = 0;
        long same = 0;
        long applicable = 0;
        long right = 0;
        for (int i = 0; i < people.size(); i++) {
            if (people.get(i).isPresent() && machine.get(i).isPresent()) {
                Score person = people.get(i).get();
                Score other = machine.get(i).get();
                both++;
                same += (person == Score.NOT_APPLICABLE) == (other == Score.NOT_APPLICABLE) ? 1 : 0;
                if (person != Score.NOT_APPLICABLE && other != Score.NOT_APPLICABLE) {
                    applicable++;
                    right += person == other ? 1 : 0;
                }
            }
        }
        return new Applicability(both, same, applicable, right);
    }

    /** Share of calls on which both agree whether the item applies; empty without calls. */
    public OptionalDouble onApplicability() {
        return ratio(sameApplicability, scoredByBoth);
    }

    /** Share of the same score where it applies to both; empty when it never does. */
    public OptionalDouble whenApplicable() {
        return ratio(sameScore, applicableToBoth);
    }

    /** Share of the same answer with "does not apply" as a third one; empty without calls. */
    public OptionalDouble onAll() {
        long neither = sameApplicability - applicableToBoth;
        return ratio(sameScore + neither, scoredByBoth);
    }

    private static OptionalDouble ratio(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
