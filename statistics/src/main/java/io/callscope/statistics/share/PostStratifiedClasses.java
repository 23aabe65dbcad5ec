package io.callscope.statistics.share;

import io.callscope.statistics.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shares of several classes of all calls, by what people say of calls that the machine put into each: θ_k = Σ_j W_j·P(people
 * say k | machine says j), W_j being the part of the machine's label j. Never negative, adds up to 1; no confusion matrix is
 * inverted. Calls within a label may be drawn with different probabilities and come in clusters.
 *
 * <p>A label with fewer than {@link PostStratifiedShare#FEWEST_REVIEWS} reviews is no stratum of its own: such labels are
 * taken together, if need be with the least reviewed of the others (collapsed strata). All of them together are what people
 * say alone.
 *
 * <p>The interval of a class is that of {@link PostStratifiedShare} with 2/J successes and as many failures added to each of
 * the J strata: one of each for two strata, as many in all for more. One of each everywhere would draw every share to the
 * middle, the more strata there are: of nine labels and 100 reviews such intervals hold a share of 2 % in half of the cases.
 *
 * @param strata of the machine's labels, after they are taken together; each holds one stratum for each class, of the same
 *     calls and reviews
 * @param merged how many labels of the machine are not a stratum of their own
 * @see "Holt and Smith 1979, Journal of the Royal Statistical Society A 142:33, for post-stratification"
 * @see "Cochran 1977, Sampling Techniques, 5A.12, for collapsed strata"
 */
public record PostStratifiedClasses(List<List<Stratum>> strata, int merged) {
    /** Successes added to all strata together, and as many failures. */
    private static final double ADDED = 2;

    public PostStratifiedClasses {
        strata = strata.stream().map(List::copyOf).toList();
        if (strata.isEmpty() || strata.get(0).isEmpty()) {
            throw new IllegalArgumentException("no strata or no classes: expected one or more of both");
        }
        for (List<Stratum> stratum : strata) {
            if (stratum.size() != strata.get(0).size()) {
                throw new IllegalArgumentException("strata of %d and %d classes: expected the same"
                        .formatted(strata.get(0).size(), stratum.size()));
            }
        }
    }

    /**
     * Calls of one label of the machine.
     *
     * @param calls all of them, 0 or more
     * @param reviewed those people looked at, no more than {@code calls}
     */
    public record Labelled(long calls, List<ReviewedClass> reviewed) {
        public Labelled {
            reviewed = List.copyOf(reviewed);
            if (calls < reviewed.size()) {
                throw new IllegalArgumentException("%d calls, %d reviewed: expected no more reviewed than there are"
                        .formatted(calls, reviewed.size()));
            }
        }

        private boolean isEnough() {
            return reviewed.size() >= Math.min(PostStratifiedShare.FEWEST_REVIEWS, calls);
        }

        private Labelled and(Labelled other) {
            List<ReviewedClass> both = new ArrayList<>(reviewed);
            both.addAll(other.reviewed);
            return new Labelled(calls + other.calls, both);
        }

        private List<Stratum> stratum(int classes) {
            double[] weights =
                    reviewed.stream().mapToDouble(ReviewedClass::weight).toArray();
            List<Object> clusters =
                    reviewed.stream().map(ReviewedClass::cluster).toList();
            List<Stratum> stratum = new ArrayList<>();
            for (int k = 0; k < classes; k++) {
                boolean[] said = new boolean[reviewed.size()];
                for (int i = 0; i < said.length; i++) {
                    said[i] = reviewed.get(i).said() == k;
                }
                stratum.add(Stratum.of(calls, said, weights, clusters));
            }
            return stratum;
        }
    }

    /**
     * A reviewed call.
     *
     * @param said the class that people put it into, from 0
     * @param weight 1/π
     * @param cluster the agent or the customer
     */
    public record ReviewedClass(int said, double weight, Object cluster) {}

    /**
     * Labels without calls count for nothing.
     *
     * @param classes that people may put a call into, 1 or more
     * @return empty when there are no calls, or fewer than ten reviews in all (and not of every call)
     */
    public static Optional<PostStratifiedClasses> of(int classes, List<Labelled> labels) {
        if (classes < 1
                || labels.stream()
                        .flatMap(label -> label.reviewed().stream())
                        .anyMatch(one -> one.said() < 0 || one.said() >= classes)) {
            throw new IllegalArgumentException("expected classes from 0, below %d".formatted(classes));
        }
        List<Labelled> own = new ArrayList<>();
        List<Labelled> few = new ArrayList<>();
        labels.stream().filter(label -> label.calls() > 0).forEach(label -> (label.isEnough() ? own : few).add(label));
        own.sort(Comparator.comparingInt(label -> label.reviewed().size()));
        int merged = few.size();
        Optional<Labelled> together = few.stream().reduce(Labelled::and);
        while (together.isPresent() && !together.get().isEnough()) {
            if (own.isEmpty()) {
                return Optional.empty();
            }
            together = Optional.of(together.get().and(own.remove(0)));
            merged++;
        }
        together.ifPresent(own::add);
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new PostStratifiedClasses(
                        own.stream().map(label -> label.stratum(classes)).toList(), merged));
    }

    /** Whether the machine's labels are of no use: what people say of the reviewed calls is all there is. */
    public boolean isPeopleOnly() {
        return strata.size() == 1 && merged > 0;
    }

    /** Share and plain error of each class, as {@link PostStratifiedShare#estimate}; the shares add up to 1. */
    public List<Estimate> estimates() {
        return classes().map(share -> share.estimate().orElseThrow()).toList();
    }

    /** The interval of each class by itself, within 0 and 1. */
    public List<Interval> intervals(double confidence) {
        return classes()
                .map(share -> share.interval(confidence, ADDED / strata.size()).orElseThrow())
                .toList();
    }

    private Stream<PostStratifiedShare> classes() {
        return IntStream.range(0, strata.get(0).size())
                .mapToObj(k -> new PostStratifiedShare(
                        strata.stream().map(stratum -> stratum.get(k)).toList()));
    }
}
