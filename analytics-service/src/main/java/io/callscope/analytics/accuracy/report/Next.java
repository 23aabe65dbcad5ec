package io.callscope.analytics.accuracy.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What comes next for an item.
 *
 * @param step what to do
 * @param reviews how many calls are still to be reviewed; of {@link Step#MONITOR} each week; null when reviews are not
 *     what is missing, or nobody can say how many
 * @param failures how many failures people must still come across; null when failures are not what is missing
 * @param weeks how long that takes at the present pace; null when there is no pace yet, or it takes more than two years
 */
public record Next(
        Step step,
        @Nullable Long reviews,
        @Nullable Long failures,
        @Nullable Long weeks) {
    /** What to do. */
    public enum Step {
        /** Keep a small blind sample going. */
        MONITOR,
        /** Review more calls. */
        REVIEW,
        /** Review until enough failures were met. */
        MEET_FAILURES,
        /** Have more calls scored twice. */
        SCORE_TWICE,
        /** Controllers agree on the criterion first. */
        CALIBRATE,
        /** Mend what the machine does: more reviews of the same will not do. */
        MEND_MACHINE,
        /** Find out what has changed. */
        FIND_OUT,
        /** Nothing: people score it. */
        NOTHING;

        /** The word for it in texts and files. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Next of(Step step) {
        return new Next(step, null, null, null);
    }
}
