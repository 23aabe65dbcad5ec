package io.callscope.analytics.accuracy;

import io.callscope.analytics.scorecard.CallScore;

/**
 * All calls the reviewed ones were drawn from, by what the machine says of them.
 *
 * @param marked so many the machine marked
 * @param calls so many it has a label for
 * @param unscored so many it has none for, as where it would need a language model
 */
public record Population(long marked, long calls, long unscored) {
    /** Nothing is known of it. */
    public static final Population NONE = new Population(0, 0);

    public Population {
        if (marked < 0 || marked > calls) {
            throw new IllegalArgumentException(
                    "%d of %d calls marked: expected 0 or more, no more than calls".formatted(marked, calls));
        }
        if (unscored < 0) {
            throw new IllegalArgumentException("%d calls unscored: expected 0 or more".formatted(unscored));
        }
    }

    /** Where the machine has a label for every call. */
    public Population(long marked, long calls) {
        this(marked, calls, 0);
    }

    /**
     * Whether so few calls have a label that a share of them says nothing of all: what the machine can tell without asking
     * is often only that somebody failed.
     */
    public boolean isMostlyUnscored() {
        return unscored > CallScore.MOST_UNSCORED * (calls + unscored);
    }
}
