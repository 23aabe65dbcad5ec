package io.callscope.analytics.repeats.report;

import io.callscope.analytics.repeats.report.RepeatNumbers.OfCause;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts of whole weeks, given by their Mondays, narrowed to what is asked for and may be seen. */
interface WeekCounts {
    /** Contacts of one queue, team, reason, product or stage; null where it is not known. */
    record Part(Split split, @Nullable String value) {}

    /** Of each week in which there are contacts. */
    Map<LocalDate, Tally> weekly(List<LocalDate> mondays);

    /** Of all the weeks, by each thing that they are split by. */
    Map<Part, Tally> parts(List<LocalDate> mondays);

    /** Repeats of all the weeks by cause, owner and basis; none twice. */
    List<OfCause> causes(List<LocalDate> mondays, boolean previous);
}
