package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.Population;
import io.callscope.statistics.Interval;
import io.callscope.statistics.intervals.ClusteredShare;
import io.callscope.statistics.share.PostStratifiedShare;
import io.callscope.statistics.share.Stratum;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The share of calls that the machine marks, and what is left of it when its errors are taken out. Both are of all calls
 * the machine has a label for; where people say that the item does not apply, they do not mark it.
 *
 * @param basis what the corrected share stands on
 * @param marked calls that the machine marked
 * @param calls calls it has a label for
 * @param raw marked of calls, 0 to 1; null without calls
 * @param share corrected; null when it cannot be given
 * @param low lower end of its interval at 95 %; null with it
 * @param high upper end; null with it
 * @param reviewed calls that people looked at
 * @param missingMarked reviews of marked calls that are still needed, 0 or more
 * @param missingUnmarked reviews of other calls that are still needed, 0 or more
 * @param tooHighBy how much the machine marks too many, in shares, below 0 for too few; null unless it is outside the
 *     interval
 */
public record Corrected(
        Basis basis,
        long marked,
        long calls,
        @Nullable Double raw,
        @Nullable Double share,
        @Nullable Double low,
        @Nullable Double high,
        long reviewed,
        long missingMarked,
        long missingUnmarked,
        @Nullable Double tooHighBy) {
    /** What a corrected share stands on. */
    public enum Basis {
        /** The machine's labels of all calls and what people say of some. */
        MACHINE_AND_PEOPLE,
        /** What people say alone, because they saw too few of one of the machine's labels. */
        PEOPLE,
        /** Too little of either: there is no share. */
        NOTHING;

        /** The word for it in texts and files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** From all calls and the reviewed ones that have labels of both. */
    static Corrected of(Population population, List<CheckedCall> reviewed) {
        List<CheckedCall> both = reviewed.stream()
                .filter(call -> call.machine() != null && call.people() != null)
                .toList();
        List<CheckedCall> marked =
                both.stream().filter(call -> call.machine() == Label.MARKED).toList();
        List<CheckedCall> unmarked =
                both.stream().filter(call -> call.machine() != Label.MARKED).toList();
        // a call that was reviewed exists, whatever the count of all calls says meanwhile
        long allMarked = Math.max(population.marked(), marked.size());
        long allUnmarked = Math.max(population.calls() - population.marked(), unmarked.size());
        long all = allMarked + allUnmarked;
        Double raw = all == 0 ? null : (double) allMarked / all;
        long missingMarked = missing(allMarked, marked.size());
        long missingUnmarked = missing(allUnmarked, unmarked.size());
        Interval interval = null;
        Double share = null;
        Basis basis = Basis.NOTHING;
        if (all > 0 && missingMarked == 0 && missingUnmarked == 0) {
            List<Stratum> strata = new ArrayList<>();
            stratum(allMarked, marked, strata);
            stratum(allUnmarked, unmarked, strata);
            PostStratifiedShare corrected = new PostStratifiedShare(strata);
            interval = corrected.interval(Figure.CONFIDENCE).orElseThrow();
            share = corrected.estimate().orElseThrow().value();
            basis = Basis.MACHINE_AND_PEOPLE;
        } else if (both.size() >= PostStratifiedShare.FEWEST_REVIEWS) {
            ClusteredShare people = share(both);
            interval = people.interval(Figure.CONFIDENCE);
            share = people.share();
            basis = Basis.PEOPLE;
        }
        return new Corrected(
                basis,
                allMarked,
                all,
                raw,
                share,
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper(),
                both.size(),
                missingMarked,
                missingUnmarked,
                share == null || raw == null || interval == null || interval.contains(raw) ? null : raw - share);
    }

    private static long missing(long calls, long reviewed) {
        return Math.max(0, Math.min(PostStratifiedShare.FEWEST_REVIEWS, calls) - reviewed);
    }

    private static void stratum(long calls, List<CheckedCall> reviewed, List<Stratum> strata) {
        if (calls > 0) {
            strata.add(Stratum.of(calls, said(reviewed), weights(reviewed), clusters(reviewed)));
        }
    }

    private static ClusteredShare share(List<CheckedCall> calls) {
        return ClusteredShare.of(said(calls), weights(calls), clusters(calls));
    }

    private static boolean[] said(List<CheckedCall> calls) {
        boolean[] said = new boolean[calls.size()];
        for (int i = 0; i < said.length; i++) {
            said[i] = calls.get(i).people() == Label.MARKED;
        }
        return said;
    }

    private static double[] weights(List<CheckedCall> calls) {
        return calls.stream().mapToDouble(CheckedCall::weight).toArray();
    }

    private static List<String> clusters(List<CheckedCall> calls) {
        return calls.stream().map(CheckedCall::cluster).toList();
    }
}
