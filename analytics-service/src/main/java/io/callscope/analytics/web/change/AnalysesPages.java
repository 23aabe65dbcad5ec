package io.callscope.analytics.web.change;

import io.callscope.analytics.store.EarlierAnalyses;
import io.callscope.analytics.store.EarlierAnalyses.Version;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemType;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** All analyses of a call, the current and those before, as a page and as JSON; reading them is noted. Thread-safe. */
public final class AnalysesPages implements RouteGroup {
    private final EarlierAnalyses analyses;
    private final ReadLog reads;
    private final PageRenderer renderer;

    public AnalysesPages(EarlierAnalyses analyses, ReadLog reads, PageRenderer renderer) {
        this.analyses = Objects.requireNonNull(analyses, "analyses");
        this.reads = Objects.requireNonNull(reads, "reads");
        this.renderer = Objects.requireNonNull(renderer, "renderer");
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/calls/{id}/analyses", Permission.READ_CALLS, this::page);
        routes.reads("/api/calls/{id}/analyses", Permission.READ_CALLS, this::json);
    }

    /** {@code GET /api/calls/{id}/analyses}: the newest first. */
    record VersionJson(String versionKey, Instant analyzedAt, boolean current, CallAnalysis analysis) {}

    private void page(Context context) {
        CallId callId = callId(context);
        renderer.render(
                context,
                "call/analyses.jte",
                new AnalysesView(renderer.view(context), callId, versions(context, callId)));
    }

    private void json(Context context) {
        context.json(versions(context, callId(context)).stream()
                .map(one -> new VersionJson(
                        one.analysis().versions().key(), one.analyzedAt(), one.current(), one.analysis()))
                .toList());
    }

    private static CallId callId(Context context) {
        String id = context.pathParam("id");
        try {
            return new CallId(id);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.of(ProblemType.UNKNOWN_CALL, id.substring(0, Math.min(40, id.length())));
        }
    }

    private List<Version> versions(Context context, CallId callId) {
        List<Version> versions = analyses.of(callId, Viewer.scope(context));
        if (versions.isEmpty()) {
            throw ProblemException.of(ProblemType.UNKNOWN_CALL, callId.value());
        }
        reads.read(context, callId);
        return versions;
    }
}
