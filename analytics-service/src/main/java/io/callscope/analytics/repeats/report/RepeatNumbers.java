package io.callscope.analytics.repeats.report;

import io.callscope.analytics.repeats.RepeatCause.Basis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the database counts for a report.
 *
 * @param weekly every week of the trend, by its Monday
 * @param designEffect of the selected weeks' share of repeats, from 1
 * @param previousEffect of the weeks before
 * @param lines the selected weeks by each thing that they are split by
 * @param causes repeats by cause, owner and basis, also of the weeks before
 * @param pairs calls to listen to
 * @param crowds numbers that no customer has
 * @param oldest when the oldest contact began that is known of; null when there is none
 * @param waiting calls that have changed and wait to be linked, counted to a bound
 * @param simulated whether there are calls that their source calls simulated
 */
record RepeatNumbers(
        Map<LocalDate, Tally> weekly,
        double designEffect,
        double previousEffect,
        Map<Split, List<Counted>> lines,
        List<OfCause> causes,
        List<Pair> pairs,
        List<Crowd> crowds,
        @Nullable Instant oldest,
        long waiting,
        boolean simulated) {

    /** Contacts of one queue, team, reason, product or stage; null where it is not known. */
    record Counted(@Nullable String value, Tally tally) {}

    /**
     * Repeats of one cause.
     *
     * @param previous whether they are of the weeks before
     */
    record OfCause(boolean previous, String cause, @Nullable String owner, Basis basis, long repeats, long handleMs) {
        private static final Comparator<OfCause> ORDER = Comparator.comparing(OfCause::previous)
                .thenComparing(OfCause::cause)
                .thenComparing(OfCause::owner, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(OfCause::basis);

        /** Those of the same cause, owner and basis as one, in one order. */
        static List<OfCause> added(List<OfCause> counts) {
            List<OfCause> added = new ArrayList<>();
            for (OfCause one : counts.stream().sorted(ORDER).toList()) {
                OfCause last = added.isEmpty() ? null : added.get(added.size() - 1);
                if (last != null && ORDER.compare(last, one) == 0) {
                    added.set(added.size() - 1, last.and(one));
                } else {
                    added.add(one);
                }
            }
            return added;
        }

        private OfCause and(OfCause other) {
            return new OfCause(previous, cause, owner, basis, repeats + other.repeats, handleMs + other.handleMs);
        }
    }
}
