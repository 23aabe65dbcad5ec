package io.callscope.analytics.repeats.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Repeats of one cause; of a process of another department, those of one department.
 *
 * @param cause id of the cause
 * @param owners departments that can stop it, with the repeats of each, most first
 * @param preventable whether the contact center could have, {@code yes}, {@code partly} or {@code no}; null when the question makes no sense
 * @param apart not of the bars: a mass incident says nothing of the weeks' work, and no cause is no cause
 * @param share of all repeats
 * @param sum share of all repeats of this one and those before it; null for what stands apart
 * @param previous repeats of this cause in the weeks before
 * @param heard repeats whose cause the customer says; of the others it follows from the earlier contact
 * @param pairs calls to listen to
 */
public record CauseLine(
        String cause,
        List<Owner> owners,
        @Nullable String preventable,
        boolean apart,
        long repeats,
        Share share,
        @Nullable Double sum,
        long previous,
        long heard,
        Cost cost,
        List<Pair> pairs) {
    public CauseLine {
        owners = List.copyOf(owners);
        pairs = List.copyOf(pairs);
    }

    /** A department; null when nobody is named. */
    public record Owner(@Nullable String department, long repeats) {}

    /** The department that can stop most of it; null when nobody is named for most. */
    public @Nullable String owner() {
        return owners.isEmpty() ? null : owners.get(0).department();
    }
}
