package io.callscope.analytics.repeats.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Repeat contacts of some weeks. Every figure that is shown, exported or answered as JSON stands here.
 *
 * @param first the first Monday
 * @param last the last Sunday
 * @param windowDays a contact repeats one that began at most so many days before
 * @param closed whether no contact of them can still be repeated
 * @param closesOn the last day on which one can
 * @param shortHistory whether contacts before the weeks are too few to know what these repeat
 * @param tally all counts
 * @param repeats share of contacts that repeat an earlier one, said or linked
 * @param said share of contacts in which the customer says so
 * @param linked share of linkable contacts that repeat an earlier one
 * @param overlap both signals in the linkable contacts
 * @param fcr share of issues that no later contact repeats
 * @param designEffect how much wider the intervals are than for contacts that have nothing in common
 * @param change of {@code repeats} against the weeks before
 * @param cost of all repeats
 * @param preventable repeats by whether the contact center could have prevented them
 * @param causes the most frequent first, then what stands apart
 * @param trend weeks up to the newest
 * @param lines splits of the weeks, most contacts first
 * @param waiting calls that wait to be linked
 * @param simulated whether there are calls, of whatever time, that their source calls simulated
 */
public record RepeatReport(
        LocalDate first,
        LocalDate last,
        int weeks,
        RepeatFilter filter,
        int windowDays,
        boolean closed,
        LocalDate closesOn,
        boolean shortHistory,
        Tally tally,
        Share repeats,
        Share said,
        Share linked,
        Overlap overlap,
        Share fcr,
        double designEffect,
        Change change,
        Cost cost,
        Prevention preventable,
        List<CauseLine> causes,
        List<TrendWeek> trend,
        Map<Split, List<Line>> lines,
        List<Crowd> crowds,
        long waiting,
        boolean simulated) {
    public RepeatReport {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        causes = List.copyOf(causes);
        trend = List.copyOf(trend);
        crowds = List.copyOf(crowds);
    }

    /** Linkable contacts by the two signals. */
    public record Overlap(long both, long saidOnly, long linkedOnly, long neither) {}

    /** Repeats by whether the contact center could have prevented them. */
    public record Prevention(Share yes, Share partly, Share no, Share unknown) {}

    /**
     * One week of the trend.
     *
     * @param closed whether its FCR is final
     * @param closesOn the last day on which it can change
     * @param shortHistory whether too little is known of the time before to count its repeats
     * @param selected whether the report is of it
     * @param fcr of the issues that are older than the window
     */
    public record TrendWeek(
            LocalDate monday,
            boolean closed,
            LocalDate closesOn,
            boolean shortHistory,
            boolean selected,
            Share repeats,
            Share fcr) {}

    /** Contacts of one queue, team, reason, product or stage; null where it is not known. */
    public record Line(@Nullable String value, Share repeats, Share fcr) {}

    /** The causes that the bars show. */
    public List<CauseLine> bars() {
        return causes.stream().filter(cause -> !cause.apart()).toList();
    }
}
