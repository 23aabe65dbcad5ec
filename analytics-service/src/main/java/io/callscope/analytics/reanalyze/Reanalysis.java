package io.callscope.analytics.reanalyze;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reanalysis as it is kept.
 *
 * @param number its number
 * @param config version of the configuration that calls were heard with
 * @param from calls are listed at or after this moment
 * @param to and before this one
 * @param byName who started it
 * @param comparedAt when the difference was known
 * @param difference what differs
 * @param applyingAt when it began to be put in force; null for a dry run
 * @param appliedAt when all of it was in force; null before that
 * @param renewed calls whose analysis was renewed so far
 * @param passedOver calls that were left alone because they had another analysis or transcript by then
 */
public record Reanalysis(
        long number,
        String config,
        Instant from,
        Instant to,
        String byName,
        Instant comparedAt,
        Difference difference,
        @Nullable Instant applyingAt,
        @Nullable Instant appliedAt,
        long renewed,
        long passedOver) {
    public Reanalysis {
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(byName, "byName");
        Objects.requireNonNull(comparedAt, "comparedAt");
        Objects.requireNonNull(difference, "difference");
    }

    /** How far it is: {@code dry-run}, {@code applying} (or broken off) or {@code applied}. */
    public String state() {
        if (appliedAt != null) {
            return "applied";
        }
        return applyingAt == null ? "dry-run" : "applying";
    }
}
