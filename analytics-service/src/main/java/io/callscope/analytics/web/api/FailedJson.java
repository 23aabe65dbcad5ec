package io.callscope.analytics.web.api;

import io.callscope.analytics.overview.FailedCall;
import io.callscope.analytics.overview.Stuck;
import java.util.List;

/** {@code GET /api/failed}: newest failures first, how many there are in all, and by step and reason. */
record FailedJson(long total, int page, int pageSize, List<FailedCall> calls, List<Stuck.Failed> by) {}
