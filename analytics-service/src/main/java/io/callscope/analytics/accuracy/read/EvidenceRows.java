package io.callscope.analytics.accuracy.read;

import io.callscope.analytics.accuracy.Population;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the store holds about the machine, at one moment.
 *
 * @param calls reviewed ones
 * @param answers what people say, by review, then by subject and item
 * @param then what the machine said that people were set beside
 * @param now what the version in force says of calls that an earlier one had scored by then
 * @param pairs what is said of calls beside their customers' others, by call
 * @param populations of items in all calls that could be drawn, by the item's key
 * @param drawable how many calls could be drawn
 * @param versions in force, by scorecard
 */
record EvidenceRows(
        List<ReviewedCallRow> calls,
        Map<Long, Map<String, String>> answers,
        MachineLabels then,
        MachineLabels now,
        Map<String, PairRow> pairs,
        Map<String, Population> populations,
        long drawable,
        Map<String, InForce> versions) {
    /**
     * The machine's answer on a criterion.
     *
     * @param answer met, not-met, not-applicable or unscored
     * @param probability of not met; null when none is stated
     */
    record MachineAnswer(String answer, @Nullable Double probability) {}

    /**
     * The machine that scores calls of a scorecard now; of several languages it has several keys.
     *
     * @param keys sorted
     * @param since when the latest of them came
     */
    record InForce(List<String> keys, Instant since) {}

    /** Under which answers are kept. */
    static String subject(String subject, String item) {
        return subject + ' ' + item;
    }

    /** Under which the machine's answers are kept. */
    static String scored(String call, String scorecard) {
        return call + ' ' + scorecard;
    }
}
