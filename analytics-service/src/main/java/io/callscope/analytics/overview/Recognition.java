package io.callscope.analytics.overview;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How recognition keeps up, over the last {@link #WINDOW}, and how far its results can be used.
 *
 * @param calls recognised in that time
 * @param audioMs how long they are together
 * @param processingMs how long recognition took for them together
 * @param waitingSince since when the oldest recording waits for recognition; null when none does
 * @param notEnoughEvidence calls of this week in which too little was said or understood to judge
 * @param judgable calls of this week that were analyzed, whatever came out
 * @param partiesCorrected calls whose parties somebody exchanged this week
 */
public record Recognition(
        long calls,
        long audioMs,
        long processingMs,
        @Nullable Instant waitingSince,
        long notEnoughEvidence,
        long judgable,
        long partiesCorrected) {
    /** What is live. */
    public static final Duration WINDOW = Duration.ofHours(1);

    /** Nothing was recognised and nothing waits. */
    public static final Recognition NONE = new Recognition(0, 0, 0, null, 0, 0, 0);

    /** Processing time by audio time: below 1 one recogniser is faster than the talk; null when nothing was recognised. */
    public @Nullable Double realTimeFactor() {
        return audioMs == 0 ? null : Double.valueOf((double) processingMs / audioMs);
    }

    /** Hours of audio that became text in an hour, by all recognisers together. */
    public double audioHoursPerHour() {
        return (double) audioMs / WINDOW.toMillis();
    }
}
