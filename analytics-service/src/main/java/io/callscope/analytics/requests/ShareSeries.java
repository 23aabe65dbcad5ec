package io.callscope.analytics.requests;

import io.callscope.analytics.repeats.report.Change.Verdict;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.statistics.Interval;
import io.callscope.statistics.multiplicity.Adjustment;
import io.callscope.statistics.paired.QuasiBinomialDifference;
import io.callscope.statistics.paired.QuasiBinomialDifference.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A share by week: of the weeks before, and of those that are reported. Immutable.
 *
 * @param before weeks before, the oldest first
 * @param now the reported weeks
 */
record ShareSeries(List<Sample> before, List<Sample> now) {
    /** At most this share of what is called changed is expected to be chance (Benjamini and Hochberg 1995). */
    static final double LEVEL = 0.05;
    /** Fewer weeks with calls before tell too little of how much weeks differ. */
    static final int LEAST_WEEKS = 4;

    private static final double CONFIDENCE = 0.95;
    /** Cochran 1954. */
    private static final double LEAST_EXPECTED = 5;

    ShareSeries {
        before = List.copyOf(before);
        now = List.copyOf(now);
    }

    /** Shares with their shifts. */
    record Shifted(Share share, Shift shift) {}

    /** Each with its p adjusted for all of them. */
    static List<Shifted> compared(List<ShareSeries> family) {
        List<Optional<QuasiBinomialDifference>> changes =
                family.stream().map(ShareSeries::change).toList();
        List<OptionalDouble> adjusted = Adjustment.BENJAMINI_HOCHBERG.adjust(changes.stream()
                .map(change -> change.map(one -> OptionalDouble.of(one.p())).orElse(OptionalDouble.empty()))
                .toList());
        List<Shifted> shifted = new ArrayList<>();
        for (int i = 0; i < family.size(); i++) {
            shifted.add(family.get(i).shifted(changes.get(i), adjusted.get(i)));
        }
        return shifted;
    }

    /** Empty where there is too little to compare. */
    private Optional<QuasiBinomialDifference> change() {
        long known = before.stream().filter(week -> week.size() > 0).count();
        if (known < LEAST_WEEKS || size(before) < Share.FEW || size(now) < Share.FEW) {
            return Optional.empty();
        }
        return QuasiBinomialDifference.between(before, now).filter(change -> change.leastExpected() >= LEAST_EXPECTED);
    }

    private Shifted shifted(Optional<QuasiBinomialDifference> change, OptionalDouble p) {
        double effect = change.map(QuasiBinomialDifference::dispersion).orElse(1.0);
        Share share = Share.of(count(now), size(now), effect);
        Share previous = Share.of(count(before), size(before), effect);
        if (change.isEmpty() || p.isEmpty()) {
            return new Shifted(share, new Shift(previous, null, null, null, null, null, Verdict.TOO_FEW));
        }
        Interval interval = change.get().interval(CONFIDENCE);
        Verdict verdict =
                p.getAsDouble() > LEVEL ? Verdict.NOISE : change.get().difference() > 0 ? Verdict.MORE : Verdict.LESS;
        return new Shifted(
                share,
                new Shift(
                        previous,
                        change.get().difference(),
                        interval.lower(),
                        interval.upper(),
                        effect,
                        p.getAsDouble(),
                        verdict));
    }

    private static long count(List<Sample> weeks) {
        return weeks.stream().mapToLong(Sample::count).sum();
    }

    private static long size(List<Sample> weeks) {
        return weeks.stream().mapToLong(Sample::size).sum();
    }
}
