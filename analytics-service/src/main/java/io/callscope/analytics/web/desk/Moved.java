package io.callscope.analytics.web.desk;

import org.jspecify.annotations.Nullable;

/**
 * What changes on the page when something was done to a card.
 *
 * @param queue what the head of the queue says now; null on the page of a call
 */
public record Moved(CardView card, @Nullable QueueView queue) {}
