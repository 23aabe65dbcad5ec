package io.callscope.analytics.accuracy.input;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the calls of the last week that is over are of the kind that the machine was checked on. It says "changed", not
 * "wrong": what was shown on other calls may still hold.
 *
 * @param state whether anything is compared
 * @param week the Monday of the week that is compared; null where none is
 * @param reference the Mondays of the weeks it is compared with, whose calls the version in force was reviewed on
 * @param shifts one for each feature, empty where nothing is compared
 */
public record InputDrift(State state, @Nullable LocalDate week, List<LocalDate> reference, List<InputShift> shifts) {
    public InputDrift {
        reference = List.copyOf(reference);
        shifts = List.copyOf(shifts);
    }

    /** Whether anything is compared. */
    public enum State {
        /** No call of an earlier week was reviewed beside the version in force. */
        NO_REFERENCE,
        /** The calls of those weeks are still being counted. */
        COUNTING,
        /** Compared. */
        COMPARED
    }

    /** Nothing was reviewed. */
    public static InputDrift none() {
        return new InputDrift(State.NO_REFERENCE, null, List.of(), List.of());
    }

    /** From counts, the first feature first. */
    public static InputDrift of(LocalDate week, List<LocalDate> reference, List<InputCounts> features) {
        return new InputDrift(State.COMPARED, week, reference, InputShift.of(features));
    }

    /** What has changed. */
    public List<InputShift> changed() {
        return shifts.stream().filter(shift -> shift.verdict().isChange()).toList();
    }

    /** What could be compared. */
    public long compared() {
        return shifts.stream().filter(shift -> shift.stability() != null).count();
    }
}
