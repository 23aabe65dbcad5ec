package io.callscope.analytics.repeats.report;

import io.callscope.analytics.repeats.RepeatSettings;
import org.jspecify.annotations.Nullable;

/**
 * What repeats cost.
 *
 * @param hours that agents talked in them
 * @param fte agents that these hours keep busy in those weeks
 * @param money null when the site does not say what a minute costs
 * @param currency of the money
 */
public record Cost(double hours, double fte, @Nullable Double money, String currency) {
    private static final double HOUR_MS = 3_600_000;

    static Cost of(long handleMs, int weeks, RepeatSettings settings) {
        double hours = handleMs / HOUR_MS;
        Double minute = settings.minuteCost();
        return new Cost(
                hours,
                hours / weeks / settings.hoursPerFte(),
                minute == null ? null : hours * 60 * minute,
                settings.currency());
    }
}
