package io.callscope.analytics.web.desk;

import io.callscope.analytics.desk.Card;
import io.callscope.analytics.desk.Handover;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.Labels;
import io.callscope.analytics.web.audit.ReadLog;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.page.View;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** The queue and the hand-over of a shift. Thread-safe. */
public final class QueuePages implements RouteGroup {
    private final DeskSources desk;
    private final DeskViews views;
    private final Labels labels;
    private final ReadLog reads;
    private final PageRenderer renderer;

    public QueuePages(DeskSources desk, DeskViews views, Labels labels, ReadLog reads, PageRenderer renderer) {
        this.desk = desk;
        this.views = views;
        this.labels = labels;
        this.reads = reads;
        this.renderer = renderer;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/queue", Permission.WORK_QUEUE, this::queue);
        routes.reads("/api/queue", Permission.WORK_QUEUE, this::json);
        routes.reads("/queue/handover", Permission.WORK_QUEUE, this::handover);
        routes.reads("/queue/handover.csv", Permission.WORK_QUEUE, this::csv);
    }

    private QueueQuery query(Context context) {
        return QueueQuery.parse(context.queryParamMap(), labels.rules());
    }

    private void queue(Context context) {
        QueueQuery query = query(context);
        // htmx would keep the form's empty fields in the address
        context.header("HX-Push-Url", query.address(query.filter().page()));
        renderer.render(context, "queue.jte", views.queue(context, query));
    }

    private void json(Context context) {
        View view = renderer.view(context);
        context.json(
                QueueJson.of(desk.cards().list(query(context).filter(), Viewer.of(context), view.now()), view.now()));
    }

    private void handover(Context context) {
        View view = renderer.view(context);
        Handover handover = desk.cards().handover(Viewer.of(context), view.now());
        renderer.render(context, "handover.jte", HandoverView.of(view, handover));
    }

    private void csv(Context context) {
        View view = renderer.view(context);
        Handover handover = desk.cards().handover(Viewer.of(context), view.now());
        HandoverView page = HandoverView.of(view, handover);
        List<CallId> calls = page.parts().stream()
                .flatMap(part -> part.lines().stream())
                .flatMap(line -> line.card().calls().stream())
                .map(Card.Call::id)
                .toList();
        reads.exported(context, calls, Map.of("format", "csv", "list", "hand-over"));
        context.contentType("text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"callscope-handover.csv\"");
        HandoverCsv.write(page, context.outputStream());
    }
}
