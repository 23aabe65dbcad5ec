package io.callscope.analytics.accuracy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the machine and up to three people say of one item in one call.
 *
 * @param call its id
 * @param cluster whose call it is: calls of one agent resemble each other, of repeat contacts those of one customer
 * @param checkedAt when the first person scored it
 * @param inclusion π with which it was drawn, above 0, at most 1; null when nobody knows
 * @param secondInclusion π₂ with which a drawn call is scored twice, above 0; null when it is not scored twice by lot
 * @param evaluation whether it was drawn as evidence and not to mend the machine with
 * @param blind whether people scored before they saw what the machine says
 * @param version of the machine that scored it
 * @param machine null when it has no label
 * @param probability the machine's of {@link Label#MARKED}; null when it states none
 * @param first what the first person says; null when not scored
 * @param second what another person says who saw neither; null when nobody
 * @param decided what a third says who decided between both; null when nobody
 * @param recognition how sure speech recognition was of the call's words, 0 to 1; null when not known
 */
public record CheckedCall(
        String call,
        String cluster,
        Instant checkedAt,
        @Nullable Double inclusion,
        @Nullable Double secondInclusion,
        boolean evaluation,
        boolean blind,
        String version,
        @Nullable Label machine,
        @Nullable Double probability,
        @Nullable Label first,
        @Nullable Label second,
        @Nullable Label decided,
        @Nullable Double recognition) {
    public CheckedCall {
        requireShare("inclusion", inclusion, true);
        requireShare("second inclusion", secondInclusion, true);
        requireShare("probability", probability, false);
        requireShare("recognition", recognition, false);
    }

    /** Whether it is evidence at all: drawn as such, with a known probability, and scored blind. */
    public boolean isEvidence() {
        return inclusion != null && evaluation && blind && first != null;
    }

    /** What people say: who decided between two, else the first. */
    public @Nullable Label people() {
        return decided == null ? first : decided;
    }

    /** 1/π. */
    public double weight() {
        if (inclusion == null) {
            throw new IllegalStateException(
                    "call %s has no known probability: it counts for coaching only".formatted(call));
        }
        return 1 / inclusion;
    }

    /**
     * Whether it shows how well the machine scores: both say that the item applies, or one of them sees a failure where
     * the other sees nothing to score. Agreeing that an item does not apply is no accuracy.
     */
    public boolean isComparable() {
        Label people = people();
        if (machine == null || people == null) {
            return false;
        }
        return machine == Label.MARKED || people == Label.MARKED || (machine == Label.CLEAR && people == Label.CLEAR);
    }

    private static void requireShare(String name, @Nullable Double value, boolean aboveZero) {
        if (value != null && !(value >= 0 && value <= 1 && !(aboveZero && value == 0))) {
            throw new IllegalArgumentException(
                    "%s %s: expected %s to 1".formatted(name, value, aboveZero ? "above 0" : "0"));
        }
    }
}
