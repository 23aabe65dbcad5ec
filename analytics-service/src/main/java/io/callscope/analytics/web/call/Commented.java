package io.callscope.analytics.web.call;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a call's page that a comment changes.
 *
 * @param row the line of the text; null when the text does not change
 */
public record Commented(CallView call, CallView.@Nullable Row row) {}
