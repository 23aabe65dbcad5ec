package io.callscope.analytics.accuracy.learn;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A week of reviews that was opened to mend the machine with.
 *
 * @param week its Monday
 * @param at when; a version that came later has no evidence in it
 * @param by login of who opened it
 */
public record BurntBatch(LocalDate week, Instant at, String by) {}
