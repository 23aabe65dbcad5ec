package io.callscope.analytics.web.vcon;

import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallRepository;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.vcon.VconDocument;
import io.callscope.analytics.web.api.CallsApi;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.model.call.CallId;
import io.callscope.model.json.EventJson;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code GET /api/calls/{id}/vcon}. Thread-safe. */
public final class VconApi implements RouteGroup {
    private final CallRepository calls;
    private final PublicRecordings recordings;
    private final ReadLog reads;

    public VconApi(CallRepository calls, PublicRecordings recordings, ReadLog reads) {
        this.calls = calls;
        this.recordings = recordings;
        this.reads = reads;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/api/calls/{id}/vcon", Permission.READ_CALLS, this::vcon);
    }

    private void vcon(Context context) throws IOException {
        CallDetail detail = CallsApi.detail(calls, context);
        CallId callId = detail.entry().callId();
        context.contentType(VconDocument.MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"%s.vcon\"".formatted(callId));
        if (context.method().equals(HandlerType.HEAD)) {
            return;
        }
        byte[] document = EventJson.write(VconDocument.of(detail, recordings.of(detail)));
        reads.exported(context, List.of(callId), Map.of("format", "vcon"));
        context.result(document);
    }
}
