package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.learn.Disagreements;
import io.callscope.analytics.accuracy.learn.Learning;
import io.callscope.analytics.audit.AuditAction;
import io.callscope.analytics.audit.AuditEvent;
import io.callscope.analytics.audit.AuditLog;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.page.PageRenderer;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.callscope.analytics.web.problem.Valid;
import io.callscope.analytics.web.route.RouteGroup;
import io.callscope.analytics.web.route.Routes;
import io.callscope.analytics.web.route.Viewer;
import io.callscope.model.call.CallId;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * {@code /accuracy/disagreements}: where machine and people differ, for whoever mends the machine. Only of calls that
 * were drawn for it; evaluation calls of a week are shown once somebody has given the week up as evidence. Thread-safe.
 */
public final class LearningPages implements RouteGroup {
    private final AccuracySources sources;
    private final AuditLog audit;
    private final PageRenderer renderer;
    private final Clock clock;

    public LearningPages(AccuracySources sources, AuditLog audit, PageRenderer renderer, Clock clock) {
        this.sources = sources;
        this.audit = audit;
        this.renderer = renderer;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.reads("/accuracy/disagreements", Permission.LEARN_FROM_REVIEWS, this::page);
        routes.acts("/accuracy/disagreements/open", Permission.LEARN_FROM_REVIEWS, this::open);
        routes.reads(
                "/api/accuracy/disagreements", Permission.LEARN_FROM_REVIEWS, context -> context.json(seen(context)));
    }

    private Learning learning() {
        return sources.learning();
    }

    private Disagreements disagreements(Context context) {
        String item = Objects.requireNonNullElse(context.queryParam("item"), "");
        return learning()
                .of(item, Viewer.scope(context))
                .orElseThrow(
                        () -> ProblemException.badParameter("item", item, Expected.of("accuracy.learn.expected-item")));
    }

    /** The same, noted: the audit knows who saw what people said of which call. */
    private Disagreements seen(Context context) {
        Disagreements found = disagreements(context);
        audit.append(new AuditEvent(
                Viewer.of(context).login(),
                AuditAction.SCORES_READ,
                found.open().stream().map(one -> new CallId(one.callId())).toList(),
                Map.of("item", found.item().key())));
        return found;
    }

    private void page(Context context) {
        Disagreements found = seen(context);
        renderer.render(
                context,
                "disagreements.jte",
                new LearningView(
                        renderer.view(context), found, sources.scorecards().get()));
    }

    private void open(Context context) {
        String given = Objects.requireNonNullElse(context.formParam("week"), "");
        LocalDate week;
        try {
            week = LocalDate.parse(given);
        } catch (DateTimeParseException notADate) {
            throw ProblemException.badParameter("week", given, Expected.of("expected.planned-week"));
        }
        String login = Viewer.of(context).login();
        if (Valid.of("week", () -> learning().open(week, login, clock.instant()))) {
            audit.append(new AuditEvent(login, AuditAction.BATCH_OPENED, List.of(), Map.of("week", week.toString())));
        }
        String item = Objects.requireNonNullElse(context.formParam("item"), "");
        context.redirect(address(item), HttpStatus.SEE_OTHER);
    }

    /** Where the disagreements of an item are. */
    static String address(String item) {
        return "/accuracy/disagreements?item=" + URLEncoder.encode(item, StandardCharsets.UTF_8);
    }
}
