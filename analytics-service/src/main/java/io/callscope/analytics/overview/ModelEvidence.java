package io.callscope.analytics.overview;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often a language model could name words that were said, in the analyses that calls show.
 *
 * @param today of calls that came in today
 * @param week of calls that came in this week
 */
public record ModelEvidence(Located today, Located week) {
    /** No model was asked. */
    public static final ModelEvidence NONE = new ModelEvidence(Located.NONE, Located.NONE);

    public ModelEvidence {
        Objects.requireNonNull(today, "today");
        Objects.requireNonNull(week, "week");
    }

    /**
     * Claims of some calls.
     *
     * @param calls that the model answered about
     * @param claimed claims that had to name their words
     * @param located those whose words were found; the others were dropped
     */
    public record Located(long calls, long claimed, long located) {
        static final Located NONE = new Located(0, 0, 0);

        /** 0 to 1; null without claims. */
        public @Nullable Double share() {
            return claimed == 0 ? null : Double.valueOf((double) located / claimed);
        }
    }
}
