package io.callscope.analytics.requests;

import io.callscope.analytics.repeats.report.Change.Verdict;
import io.callscope.analytics.repeats.report.Share;
import org.jspecify.annotations.Nullable;

/**
 * How a share shifted against the weeks before, the spread of weeks allowed for.
 *
 * @param previous the share of the weeks before
 * @param difference now minus before, -1 to 1; null when too little is known
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param dispersion how many times the variance of independent calls the weeks have, 1 or more; null when not known
 * @param p two-sided, adjusted for everything that is compared beside it; null when not compared
 */
public record Shift(
        Share previous,
        @Nullable Double difference,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double dispersion,
        @Nullable Double p,
        Verdict verdict) {}
