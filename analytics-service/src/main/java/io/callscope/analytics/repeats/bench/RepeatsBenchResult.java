package io.callscope.analytics.repeats.bench;

import io.callscope.statistics.BinaryCounts;

/**
 * How well made-up contacts were linked and reported.
 *
 * @param links links found against those that are true, of contacts whose number tells the customer
 * @param fcr as reported, 0 to 1
 * @param trueFcr of all issues that people have, also of those who hide their number or use another one
 * @param sameInAnyOrder whether links and reports are the same, byte by byte, when calls come in disorder
 * @param reports how many reports were compared
 * @param linksPerSecond calls that are linked in a second when all of them wait
 * @param reportP50Ms one report, warm, milliseconds
 */
public record RepeatsBenchResult(
        int calls,
        int weeks,
        BinaryCounts links,
        double fcr,
        double trueFcr,
        boolean sameInAnyOrder,
        int reports,
        double linksPerSecond,
        double reportP50Ms,
        double reportP95Ms) {}
