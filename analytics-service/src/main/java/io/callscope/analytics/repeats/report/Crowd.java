package io.callscope.analytics.repeats.report;

import org.jspecify.annotations.Nullable;

/**
 * A number with more contacts than a customer has: a switchboard, a courier.
 *
 * @param last4 its last digits; null when the source does not tell them
 * @param contacts how many of the weeks' contacts are its
 */
public record Crowd(@Nullable String last4, long contacts) {}
