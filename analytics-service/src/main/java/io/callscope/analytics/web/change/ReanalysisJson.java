package io.callscope.analytics.web.change;

import io.callscope.analytics.reanalyze.Difference;
import io.callscope.analytics.reanalyze.Reanalysis;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A reanalysis of {@code GET /api/changes}. */
record ReanalysisJson(
        long number,
        String state,
        String config,
        Instant from,
        Instant to,
        String by,
        Instant comparedAt,
        @Nullable Instant appliedAt,
        long renewed,
        long passedOver,
        Difference difference) {
    static ReanalysisJson of(Reanalysis one) {
        return new ReanalysisJson(
                one.number(),
                one.state(),
                one.config(),
                one.from(),
                one.to(),
                one.byName(),
                one.comparedAt(),
                one.appliedAt(),
                one.renewed(),
                one.passedOver(),
                one.difference());
    }
}
