package io.callscope.analytics.web.api;

import io.callscope.analytics.store.FailedCall;
import java.util.List;

/** {@code GET /api/failed}: the newest failures, and how many there are in all. */
record FailedJson(long total, List<FailedCall> calls) {
    static FailedJson of(long total, List<FailedCall> calls) {
        return new FailedJson(total, calls);
    }
}
