package io.callscope.statistics.decision;

/**
 * Whether the machine still is the one that was reviewed.
 *
 * @param peopleOnly the owner keeps the item for people, whatever the figures say
 * @param sameVersion model, prompt, recognition and normaliser are those of the reviews
 * @param driftAlarm a chart of disagreements has signalled and nobody has closed the alarm
 * @param recentReviews made in the last weeks, by default eight
 */
public record Standing(boolean peopleOnly, boolean sameVersion, boolean driftAlarm, int recentReviews) {}
