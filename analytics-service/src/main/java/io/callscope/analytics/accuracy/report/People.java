package io.callscope.analytics.accuracy.report;

import io.callscope.statistics.decision.Colleague;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Two people beside one another, and the machine in the place of one of them.
 *
 * @param calls that two people scored
 * @param share on which they agree; null without calls
 * @param machine share on which the machine agrees with one of them; null with it
 * @param difference machine − people; null with it
 * @param atLeast its one-sided lower limit at 95 %; null when it cannot be assessed
 */
public record People(
        long calls,
        @Nullable Double share,
        @Nullable Double machine,
        @Nullable Double difference,
        @Nullable Double atLeast) {
    static People of(Colleague colleague) {
        Double share = value(colleague.peopleToEachOther());
        Double difference = value(colleague.difference());
        return new People(
                colleague.n(),
                share,
                share == null || difference == null ? null : Math.min(Math.max(share + difference, 0), 1),
                difference,
                value(colleague.lower()));
    }

    private static @Nullable Double value(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
