package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.AccuracyEvidence;
import io.callscope.analytics.accuracy.AccuracySettings;
import io.callscope.analytics.accuracy.input.InputDrift;
import io.callscope.analytics.accuracy.learn.BurntBatch;
import io.callscope.statistics.decision.Decision;
import java.time.Instant;
import java.util.List;

/**
 * How far the machine may be trusted, as one object: pages, files and the API show this and nothing else.
 *
 * @param at when it was made
 * @param simulated reviews that no person gave but a simulation, of all
 * @param reviews all reviews that count as evidence, of every version
 * @param input whether calls are still of the kind that the machine was checked on
 * @param burnt weeks that were opened to mend the machine with, the newest first; they are evidence about no later version
 * @param items one row each
 * @param totals one row for each scorecard
 */
public record AccuracyReport(
        Instant at,
        long simulated,
        long reviews,
        InputDrift input,
        List<BurntBatch> burnt,
        List<ItemRow> items,
        List<TotalRow> totals) {
    public AccuracyReport {
        burnt = List.copyOf(burnt);
        items = List.copyOf(items);
        totals = List.copyOf(totals);
    }

    /** Everything that follows from the evidence. */
    public static AccuracyReport of(
            AccuracyEvidence evidence,
            InputDrift input,
            List<BurntBatch> burnt,
            AccuracySettings settings,
            Instant now) {
        return new AccuracyReport(
                now,
                evidence.simulated(),
                evidence.reviews(),
                input,
                burnt,
                new Assessor(settings).rows(evidence.items(), now),
                evidence.totals().entrySet().stream()
                        .map(totals -> TotalRow.of(totals.getKey(), totals.getValue()))
                        .toList());
    }

    /** How many items have this decision. */
    public long count(Decision decision) {
        return items.stream().filter(row -> row.decision() == decision).count();
    }
}
