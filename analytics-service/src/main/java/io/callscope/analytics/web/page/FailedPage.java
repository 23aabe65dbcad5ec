package io.callscope.analytics.web.page;

import io.callscope.analytics.store.FailedCall;
import java.util.List;

/**
 * Calls that could not be processed.
 *
 * @param total all of them, of which the newest are shown
 */
public record FailedPage(View view, List<FailedCall> calls, long total) {}
