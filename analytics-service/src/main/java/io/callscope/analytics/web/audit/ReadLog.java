package io.callscope.analytics.web.audit;

import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.AuditLog;
import io.callscope.analytics.web.audio.ByteRange;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Notes what the user of a request is about to see or hear, before he does. Thread-safe. */
public final class ReadLog {
    private final AuditLog audit;

    public ReadLog(AuditLog audit) {
        this.audit = audit;
    }

    /** The text and marks of a call. */
    public void read(Context context, CallId callId) {
        append(context, AuditAction.READ, callId, Map.of("as", context.path().startsWith("/api/") ? "json" : "page"));
    }

    /** A part of a recording: a browser asks for several while it plays, and for another at every jump. */
    public void played(Context context, CallId callId, ByteRange part) {
        append(context, AuditAction.PLAYED, callId, Map.of("bytes", "%d-%d".formatted(part.first(), part.last())));
    }

    /** Agent and customer are about to be exchanged. */
    public void swapping(Context context, CallId callId, String transcriptHash) {
        append(context, AuditAction.PARTIES_SWAPPED, callId, Map.of("transcript", transcriptHash));
    }

    /** The text of a call is about to be reviewed, without the machine's marks. */
    public void reviewing(Context context, CallId callId) {
        append(context, AuditAction.REVIEW_OPENED, callId, Map.of());
    }

    /** What people scored is about to be seen: whoever has seen it judges the call blind no more. */
    public void scores(Context context, CallId callId) {
        append(context, AuditAction.SCORES_READ, callId, Map.of());
    }

    /** Something about reviews. */
    public void noted(Context context, AuditAction action, CallId callId, Map<String, String> detail) {
        append(context, action, callId, detail);
    }

    /** A week's sample was drawn. */
    public void planned(Context context, String week, long seed) {
        audit.append(new AuditEvent(
                Viewer.of(context).login(),
                AuditAction.PLAN_MADE,
                List.of(),
                Map.of("week", week, "seed", Long.toString(seed))));
    }

    /** Calls that leave as a file. */
    public void exported(Context context, List<CallId> calls, Map<String, String> detail) {
        audit.append(new AuditEvent(Viewer.of(context).login(), AuditAction.EXPORTED, calls, detail));
    }

    private void append(Context context, AuditAction action, CallId callId, Map<String, String> detail) {
        audit.append(new AuditEvent(Viewer.of(context).login(), action, List.of(callId), detail));
    }
}
