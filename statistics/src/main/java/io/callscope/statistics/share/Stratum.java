package io.callscope.statistics.share;

import io.callscope.statistics.Probabilities;
import io.callscope.statistics.intervals.ClusteredShare;
import java.util.List;

/**
 * Calls the machine gave one label, and what people say of the reviewed ones.
 *
 * @param calls all calls with this label, 1 or more
 * @param reviewed those people looked at, at most {@code calls}
 * @param confirmed those of them that people say have the label in question
 * @param share of the label among all of these calls, as the reviewed ones show it; does not matter without reviews
 * @param effective how many independent, evenly drawn calls the reviewed ones are worth, at most {@code reviewed}
 */
public record Stratum(long calls, long reviewed, long confirmed, double share, double effective) {
    public Stratum {
        if (calls < 1 || reviewed < 0 || reviewed > calls || confirmed < 0 || confirmed > reviewed) {
            throw new IllegalArgumentException(
                    "%d calls, %d reviewed, %d confirmed: expected one call or more and falling counts"
                            .formatted(calls, reviewed, confirmed));
        }
        Probabilities.share("share of a label", share);
        if (!(effective >= 0 && effective <= reviewed * (1 + 1e-9))) {
            throw new IllegalArgumentException("%d reviews worth %s: expected 0 or more and no more than there are"
                    .formatted(reviewed, effective));
        }
    }

    /** Evenly drawn, independent calls. */
    public Stratum(long calls, long reviewed, long confirmed) {
        this(calls, reviewed, confirmed, reviewed == 0 ? 0 : (double) confirmed / reviewed, reviewed);
    }

    /**
     * Calls that were drawn with different probabilities, or resemble each other within a cluster: the share is
     * weighted, and they are worth Kish's n over the design effect.
     *
     * @param calls all calls with this label
     * @param confirmed what people say of each reviewed one
     * @param weights 1/π of each
     * @param clusters the agent or the customer of each
     */
    public static Stratum of(long calls, boolean[] confirmed, double[] weights, List<?> clusters) {
        if (confirmed.length == 0) {
            return new Stratum(calls, 0, 0);
        }
        ClusteredShare share = ClusteredShare.of(confirmed, weights, clusters);
        long count = 0;
        for (boolean one : confirmed) {
            count += one ? 1 : 0;
        }
        return new Stratum(
                calls, confirmed.length, count, share.share(), Math.min(share.effectiveSize(1), confirmed.length));
    }

    /** How much of the calls is reviewed. */
    double part() {
        return (double) reviewed / calls;
    }
}
