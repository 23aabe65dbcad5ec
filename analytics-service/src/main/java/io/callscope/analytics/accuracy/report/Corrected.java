package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Population;
import io.callscope.statistics.Interval;
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
 * @param unscored calls it has none for; where they are more than a fifth of all, there is neither share
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
        long unscored,
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
    static final long MANY = 1_000_000;

    /** From all calls that the reviewed ones were drawn from, and those that have labels of both. */
    static Corrected of(Population population, List<CheckedCall> reviewed) {
        ErrorRates rates = ErrorRates.of(reviewed);
        // links and causes are known of compared calls alone: those are a part of nothing that was counted
        if (population.calls() == 0 || population.isMostlyUnscored()) {
            return new Corrected(
                    Basis.NOTHING,
                    population.marked(),
                    population.calls(),
                    population.unscored(),
                    null,
                    null,
                    null,
                    null,
                    rates.reviewed(),
                    0,
                    0,
                    null);
        }
        // a call that was reviewed exists, whatever the count of all calls says meanwhile
        long marked = Math.max(population.marked(), rates.marked().reviewed());
        long unmarked = Math.max(
                population.calls() - population.marked(), rates.unmarked().reviewed());
        Corrected corrected = of(marked, unmarked, rates, 1);
        return corrected.basis() == Basis.NOTHING
                ? rates.people()
                        .map(people -> corrected.with(Basis.PEOPLE, people.share(), people.interval()))
                        .orElse(corrected)
                : corrected;
    }

    /**
     * Of other calls than the reviewed ones were drawn from: other weeks, or one queue of them. The machine's errors are
     * taken to be as frequent, within its marked and within its other calls, as in the reviewed ones; what people say
     * alone is no share of these calls.
     */
    static Corrected pooled(Population population, ErrorRates rates) {
        return of(population.marked(), population.calls() - population.marked(), rates, MANY);
    }

    /**
     * Of all calls of other weeks: as {@link #pooled}, and where that cannot be given what people say alone of the weeks
     * that were drawn from. It is not held against the machine's share, which is of other calls.
     */
    static Corrected whole(Population population, ErrorRates rates) {
        Corrected corrected = pooled(population, rates);
        return corrected.basis() == Basis.NOTHING && corrected.raw() != null
                ? rates.people()
                        .map(people -> corrected.with(Basis.PEOPLE, people.share(), people.interval(), null))
                        .orElse(corrected)
                : corrected;
    }

    private static Corrected of(long marked, long unmarked, ErrorRates rates, long times) {
        long all = marked + unmarked;
        long missingMarked = rates.marked().missing(marked * times);
        long missingUnmarked = rates.unmarked().missing(unmarked * times);
        Corrected raw = new Corrected(
                Basis.NOTHING,
                marked,
                all,
                0,
                all == 0 ? null : (double) marked / all,
                null,
                null,
                null,
                rates.reviewed(),
                missingMarked,
                missingUnmarked,
                null);
        if (all == 0 || missingMarked + missingUnmarked > 0) {
            return raw;
        }
        List<Stratum> strata = new ArrayList<>();
        if (marked > 0) {
            strata.add(rates.marked().of(marked * times));
        }
        if (unmarked > 0) {
            strata.add(rates.unmarked().of(unmarked * times));
        }
        PostStratifiedShare corrected = new PostStratifiedShare(strata);
        return raw.with(
                Basis.MACHINE_AND_PEOPLE,
                corrected.estimate().orElseThrow().value(),
                corrected.interval(Figure.CONFIDENCE).orElseThrow());
    }

    private Corrected with(Basis standsOn, double value, Interval interval) {
        return with(standsOn, value, interval, raw == null || interval.contains(raw) ? null : raw - value);
    }

    private Corrected with(Basis standsOn, double value, Interval interval, @Nullable Double tooHigh) {
        return new Corrected(
                standsOn,
                marked,
                calls,
                unscored,
                raw,
                value,
                interval.lower(),
                interval.upper(),
                reviewed,
                missingMarked,
                missingUnmarked,
                tooHigh);
    }
}
