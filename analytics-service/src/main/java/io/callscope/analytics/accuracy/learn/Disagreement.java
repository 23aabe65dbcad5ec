package io.callscope.analytics.accuracy.learn;

import io.callscope.analytics.accuracy.Label;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A call on which machine and people say different things of an item.
 *
 * @param callId the call
 * @param week the Monday of the week it was drawn in
 * @param reviewedAt when people scored it
 * @param role {@code tuning}, or {@code evaluation} of a week that was opened
 * @param machine what the machine had said
 * @param people what people say: the decision between two, else the first one's answer
 * @param version key of that machine
 * @param inForce whether it scores calls now
 */
public record Disagreement(
        String callId,
        LocalDate week,
        Instant reviewedAt,
        String role,
        Label machine,
        Label people,
        String version,
        boolean inForce) {}
