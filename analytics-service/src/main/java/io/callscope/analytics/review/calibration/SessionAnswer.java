package io.callscope.analytics.review.calibration;

import io.callscope.analytics.scorecard.Answer;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a session.
 *
 * @param reviewer login; null for the machine's
 */
public record SessionAnswer(
        String criterion, String callId, @Nullable String reviewer, Answer answer) {}
