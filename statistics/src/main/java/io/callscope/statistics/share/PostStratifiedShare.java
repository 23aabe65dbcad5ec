package io.callscope.statistics.share;

import io.callscope.statistics.Interval;
import io.callscope.statistics.Normal;
import io.callscope.statistics.Probabilities;
import io.callscope.statistics.Wilson;
import io.callscope.statistics.intervals.Exact;
import java.util.List;
import java.util.Optional;

/**
 * The share of all calls that people would give a label, by the machine's own label: of the calls it marked so many
 * were confirmed, of those it did not mark so many were positive after all. It holds for a random sample as well as for
 * one with more of the marked calls. The interval to show is {@link #interval}.
 *
 * @param strata one for each label of the machine, one or more, together all calls
 * @see "Holt and Smith 1979, Journal of the Royal Statistical Society A 142:33, for post-stratification"
 * @see "Agresti and Coull 1998, The American Statistician 52:119, for shrinking counts before taking their error"
 */
public record PostStratifiedShare(List<Stratum> strata) {
    /** Below so many reviews in a stratum nothing is corrected. */
    public static final int FEWEST_REVIEWS = 10;

    public PostStratifiedShare {
        strata = List.copyOf(strata);
        if (strata.isEmpty()) {
            throw new IllegalArgumentException("no strata: expected one or more");
        }
    }

    /** Whether every stratum has reviews enough; if not, show {@link #humanOnly} without correction. */
    public boolean estimable() {
        return strata.stream().allMatch(s -> s.reviewed() >= Math.min(FEWEST_REVIEWS, s.calls()));
    }

    /** ΣW·confirmed/reviewed and its plain error √ΣW²(1−n/N)p(1−p)/(n−1), which is too small for few reviews; empty unless {@link #estimable}. */
    public Optional<Estimate> estimate() {
        if (!estimable()) {
            return Optional.empty();
        }
        double value = 0;
        double variance = 0;
        for (Stratum s : strata) {
            double p = s.share();
            value += weight(s) * p;
            variance += weight(s) * weight(s) * (1 - s.part()) * p * (1 - p) / Math.max(s.effective() - 1, 1);
        }
        return Optional.of(new Estimate(value, Math.sqrt(variance)));
    }

    /**
     * The interval with one success and one failure added to each stratum, of which only the part that was not
     * reviewed is shrunk: reviewing everything gives the exact share. Empty unless {@link #estimable}.
     */
    public Optional<Interval> interval(double confidence) {
        return interval(confidence, 1);
    }

    /** As {@link #interval(double)} with {@code added} successes and as many failures, above 0. */
    public Optional<Interval> interval(double confidence, double added) {
        Probabilities.positive("added successes", added);
        if (!estimable()) {
            return Optional.empty();
        }
        double middle = 0;
        double variance = 0;
        for (Stratum s : strata) {
            double worth = s.effective() + 2 * added;
            double shrunk = (s.share() * s.effective() + added) / worth;
            middle += weight(s) * (s.part() * s.share() + (1 - s.part()) * shrunk);
            variance += weight(s) * weight(s) * (1 - s.part()) * shrunk * (1 - shrunk) / worth;
        }
        return Optional.of(Interval.around(middle, Normal.twoSided(confidence) * Math.sqrt(variance))
                .within(0, 1));
    }

    /**
     * Exact limits of every stratum, each at its share of the error (Bonferroni): wider, and sure even where both
     * strata show no error. For evenly drawn, independent calls. Empty unless {@link #estimable}.
     */
    public Optional<Interval> exactInterval(double confidence) {
        Probabilities.inside("confidence", confidence);
        if (!estimable()) {
            return Optional.empty();
        }
        double each = 1 - (1 - confidence) / strata.size();
        double lower = 0;
        double upper = 0;
        for (Stratum s : strata) {
            Interval one = Exact.clopperPearson(s.confirmed(), s.reviewed(), each);
            lower += weight(s) * one.lower();
            upper += weight(s) * one.upper();
        }
        return Optional.of(new Interval(lower, upper));
    }

    /** Wilson's interval of the reviewed calls alone, for a random sample; 0 to 1 without reviews. */
    public Interval humanOnly(double confidence) {
        long reviewed = strata.stream().mapToLong(Stratum::reviewed).sum();
        long confirmed = strata.stream().mapToLong(Stratum::confirmed).sum();
        return Wilson.interval(reviewed == 0 ? 0 : (double) confirmed / reviewed, reviewed, confidence);
    }

    private double weight(Stratum stratum) {
        return (double) stratum.calls()
                / strata.stream().mapToLong(Stratum::calls).sum();
    }
}
