package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Label;
import io.callscope.statistics.Interval;
import io.callscope.statistics.intervals.ClusteredShare;
import io.callscope.statistics.share.PostStratifiedShare;
import io.callscope.statistics.share.Stratum;
import java.util.List;
import java.util.Optional;

/**
 * How often the machine errs, as reviews show: among the calls that it marks, and among the others.
 *
 * @param marked reviewed calls that it marked
 * @param unmarked reviewed calls that it did not mark
 * @param people what people say of both together; empty with fewer than ten
 */
public record ErrorRates(Part marked, Part unmarked, Optional<People> people) {
    /** Nobody has reviewed anything. */
    static final ErrorRates NONE = of(List.of());

    /** Labels of machine and people; where people say that the item does not apply they do not mark the call. */
    public static ErrorRates of(List<CheckedCall> reviewed) {
        List<CheckedCall> both = reviewed.stream()
                .filter(call -> call.machine() != null && call.people() != null)
                .toList();
        return new ErrorRates(
                Part.of(both.stream()
                        .filter(call -> call.machine() == Label.MARKED)
                        .toList()),
                Part.of(both.stream()
                        .filter(call -> call.machine() != Label.MARKED)
                        .toList()),
                People.of(both));
    }

    /** Calls that both have labelled. */
    public long reviewed() {
        return marked.reviewed() + unmarked.reviewed();
    }

    /**
     * Reviewed calls of one label of the machine.
     *
     * @param reviewed how many
     * @param confirmed those that people mark
     * @param share of what people mark, weighted by 1/π
     * @param effective how many independent, evenly drawn calls they are worth
     */
    public record Part(long reviewed, long confirmed, double share, double effective) {
        private static Part of(List<CheckedCall> calls) {
            Stratum stratum = Stratum.of(Math.max(1, calls.size()), said(calls), weights(calls), clusters(calls));
            return new Part(stratum.reviewed(), stratum.confirmed(), stratum.share(), stratum.effective());
        }

        /** Of so many calls, 1 or more and no fewer than are reviewed. */
        Stratum of(long calls) {
            return new Stratum(calls, reviewed, confirmed, share, effective);
        }

        /** Reviews that are still needed to correct a share of so many calls. */
        long missing(long calls) {
            return Math.max(0, Math.min(PostStratifiedShare.FEWEST_REVIEWS, calls) - reviewed);
        }
    }

    /** The share that people mark of all reviewed calls, weighted by 1/π: of all calls that they were drawn from. */
    public record People(double share, Interval interval) {
        private static Optional<People> of(List<CheckedCall> calls) {
            if (calls.size() < PostStratifiedShare.FEWEST_REVIEWS) {
                return Optional.empty();
            }
            ClusteredShare share = ClusteredShare.of(said(calls), weights(calls), clusters(calls));
            return Optional.of(new People(share.share(), share.interval(Figure.CONFIDENCE)));
        }
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
