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

    /**
     * The reviewed ones stand for calls of which they are a small part: however few those are, they are not taken for
     * reviewed.
     */
    private static final long MANY = 1_000_000;

    /** From all calls that the reviewed ones were drawn from, and those that have labels of both. */
    static Corrected of(Population population, List<CheckedCall> reviewed) {
        Labelled labelled = Labelled.of(reviewed);
        // a call that was reviewed exists, whatever the count of all calls says meanwhile
        long marked = Math.max(population.marked(), labelled.marked().size());
        long unmarked = Math.max(
                population.calls() - population.marked(), labelled.unmarked().size());
        Corrected corrected = of(marked, unmarked, labelled, 1);
        if (corrected.basis() == Basis.NOTHING && labelled.both().size() >= PostStratifiedShare.FEWEST_REVIEWS) {
            ClusteredShare people = share(labelled.both());
            return corrected.with(Basis.PEOPLE, people.share(), people.interval(Figure.CONFIDENCE));
        }
        return corrected;
    }

    /**
     * Of other calls than the reviewed ones were drawn from: other weeks, or one queue of them. The machine's errors are
     * taken to be as frequent, within its marked and within its other calls, as in the reviewed ones; what people say
     * alone is no share of these calls.
     */
    static Corrected pooled(Population population, List<CheckedCall> reviewed) {
        return of(population.marked(), population.calls() - population.marked(), Labelled.of(reviewed), MANY);
    }

    private static Corrected of(long marked, long unmarked, Labelled labelled, long times) {
        long all = marked + unmarked;
        long missingMarked = missing(marked * times, labelled.marked().size());
        long missingUnmarked = missing(unmarked * times, labelled.unmarked().size());
        Corrected raw = new Corrected(
                Basis.NOTHING,
                marked,
                all,
                all == 0 ? null : (double) marked / all,
                null,
                null,
                null,
                labelled.both().size(),
                missingMarked,
                missingUnmarked,
                null);
        if (all == 0 || missingMarked + missingUnmarked > 0) {
            return raw;
        }
        List<Stratum> strata = new ArrayList<>();
        stratum(marked * times, labelled.marked(), strata);
        stratum(unmarked * times, labelled.unmarked(), strata);
        PostStratifiedShare corrected = new PostStratifiedShare(strata);
        return raw.with(
                Basis.MACHINE_AND_PEOPLE,
                corrected.estimate().orElseThrow().value(),
                corrected.interval(Figure.CONFIDENCE).orElseThrow());
    }

    private Corrected with(Basis standsOn, double value, Interval interval) {
        return new Corrected(
                standsOn,
                marked,
                calls,
                raw,
                value,
                interval.lower(),
                interval.upper(),
                reviewed,
                missingMarked,
                missingUnmarked,
                raw == null || interval.contains(raw) ? null : raw - value);
    }

    /** Reviewed calls that machine and people have labelled, by the machine's label. */
    private record Labelled(List<CheckedCall> both, List<CheckedCall> marked, List<CheckedCall> unmarked) {
        static Labelled of(List<CheckedCall> reviewed) {
            List<CheckedCall> both = reviewed.stream()
                    .filter(call -> call.machine() != null && call.people() != null)
                    .toList();
            return new Labelled(
                    both,
                    both.stream().filter(call -> call.machine() == Label.MARKED).toList(),
                    both.stream().filter(call -> call.machine() != Label.MARKED).toList());
        }
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
