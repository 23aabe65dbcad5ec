package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.CheckedCause;
import io.callscope.statistics.Interval;
import io.callscope.statistics.share.Estimate;
import io.callscope.statistics.share.PostStratifiedClasses;
import io.callscope.statistics.share.PostStratifiedClasses.Labelled;
import io.callscope.statistics.share.PostStratifiedClasses.ReviewedClass;
import io.callscope.statistics.share.PostStratifiedShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Causes of the contacts that the machine takes for repeats, and what is left of them when its errors are taken out: shares
 * of all of them that people would give each cause, or call no repeat at all; they add up to 1. Repeats that the machine
 * misses are not among them.
 *
 * @param basis what the corrected shares stand on
 * @param repeats contacts that the machine takes for repeats
 * @param reviewed those of them that people compared with the customer's other calls, and told the cause
 * @param missing reviews that are still needed for any share, 0 or more
 * @param together causes of the machine with so few reviews that they are taken together
 * @param shares the most frequent by the machine first, then those that only people name, then no repeat
 */
public record CauseShares(
        Corrected.Basis basis, long repeats, long reviewed, long missing, int together, List<OfCause> shares) {
    /**
     * One cause.
     *
     * @param cause its id; {@link CheckedCause#NO_REPEAT} for what people call no repeat
     * @param count contacts of the machine's
     * @param raw count of all, 0 to 1; null without repeats
     * @param share corrected; null when it cannot be given
     * @param low lower end of its interval at 95 %; null with it
     * @param high upper end; null with it
     * @param tooHighBy how much the machine gives it too often, in shares; null unless it is outside the interval
     */
    public record OfCause(
            String cause,
            long count,
            @Nullable Double raw,
            @Nullable Double share,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double tooHighBy) {}

    public CauseShares {
        shares = List.copyOf(shares);
    }

    /**
     * Of other contacts than the reviewed ones were drawn from: within a cause of the machine people are taken to say the
     * same as of the reviewed ones.
     *
     * @param machine repeats by the machine's cause
     * @param reviewed evidence about the machine that scores calls now
     * @param whole whether these are all contacts of their weeks; of a part of them what people say alone is no share
     */
    public static CauseShares of(Map<String, Long> machine, List<CheckedCause> reviewed, boolean whole) {
        long repeats = machine.values().stream().mapToLong(Long::longValue).sum();
        List<CheckedCause> known = reviewed.stream()
                .filter(one -> machine.getOrDefault(one.machine(), 0L) > 0)
                .toList();
        List<String> causes = classes(machine, known);
        List<String> labels = machine.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        Optional<PostStratifiedClasses> shares = PostStratifiedClasses.of(
                        causes.size(),
                        labels.stream()
                                .map(label -> labelled(label, machine.getOrDefault(label, 0L), known, causes))
                                .toList())
                .filter(one -> whole || !one.isPeopleOnly());
        return new CauseShares(
                shares.map(one -> one.isPeopleOnly() ? Corrected.Basis.PEOPLE : Corrected.Basis.MACHINE_AND_PEOPLE)
                        .orElse(Corrected.Basis.NOTHING),
                repeats,
                known.size(),
                repeats == 0 ? 0 : Math.max(0, PostStratifiedShare.FEWEST_REVIEWS - known.size()),
                shares.map(PostStratifiedClasses::merged).orElse(0),
                rows(machine, repeats, causes, shares));
    }

    private static List<String> classes(Map<String, Long> machine, List<CheckedCause> reviewed) {
        Set<String> causes = new LinkedHashSet<>();
        machine.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(one -> causes.add(one.getKey()));
        reviewed.stream()
                .map(CheckedCause::people)
                .filter(cause -> !cause.equals(CheckedCause.NO_REPEAT))
                .sorted()
                .forEach(causes::add);
        causes.add(CheckedCause.NO_REPEAT);
        return List.copyOf(causes);
    }

    private static Labelled labelled(String label, long contacts, List<CheckedCause> reviewed, List<String> causes) {
        return new Labelled(
                contacts * Corrected.MANY,
                reviewed.stream()
                        .filter(one -> one.machine().equals(label))
                        .map(one -> new ReviewedClass(causes.indexOf(one.people()), one.weight(), one.cluster()))
                        .toList());
    }

    private static List<OfCause> rows(
            Map<String, Long> machine, long repeats, List<String> causes, Optional<PostStratifiedClasses> shares) {
        List<Estimate> estimates = shares.map(PostStratifiedClasses::estimates).orElse(List.of());
        List<Interval> intervals =
                shares.map(one -> one.intervals(Figure.CONFIDENCE)).orElse(List.of());
        List<OfCause> rows = new ArrayList<>();
        for (int k = 0; k < causes.size(); k++) {
            String cause = causes.get(k);
            long count = machine.getOrDefault(cause, 0L);
            Double raw = repeats == 0 ? null : (double) count / repeats;
            if (estimates.isEmpty()) {
                if (count > 0) {
                    rows.add(new OfCause(cause, count, raw, null, null, null, null));
                }
                continue;
            }
            double share = estimates.get(k).value();
            Interval interval = intervals.get(k);
            rows.add(new OfCause(
                    cause,
                    count,
                    raw,
                    share,
                    interval.lower(),
                    interval.upper(),
                    raw == null || interval.contains(raw) ? null : raw - share));
        }
        return rows;
    }

    /** The row of each cause, by its id. */
    public Map<String, OfCause> byCause() {
        Map<String, OfCause> rows = new LinkedHashMap<>();
        shares.forEach(one -> rows.put(one.cause(), one));
        return rows;
    }
}
