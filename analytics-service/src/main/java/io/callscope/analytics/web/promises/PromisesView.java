package io.callscope.analytics.web.promises;

import io.callscope.analytics.promises.Closing;
import io.callscope.analytics.promises.FollowedPromise;
import io.callscope.analytics.promises.PromiseKind;
import io.callscope.analytics.promises.PromiseList;
import io.callscope.analytics.promises.PromiseState;
import io.callscope.analytics.promises.PromiseWeek;
import io.callscope.analytics.web.page.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Promises in words. Every figure is out of the list and the weeks, which are also what the API answers. One request's.
 *
 * @param mayClose whether the viewer may say what became of them
 */
public record PromisesView(
        View view, PromisesQuery query, PromiseList list, List<PromiseWeek> weeks, boolean mayClose) {
    public PromisesView {
        weeks = List.copyOf(weeks);
    }

    public boolean isEmpty() {
        return list.promises().isEmpty();
    }

    /** Whom to call, or how many there are of what was asked for. */
    public String lead() {
        if (query.state() != null) {
            return view.n("promises.lead.listed", list.total());
        }
        if (list.total() == 0) {
            return view.t(query.isNarrowed() ? "promises.lead.none-here" : "promises.lead.none");
        }
        String promises = view.n("promises.lead.to-call", list.total());
        String customers = view.n("promises.lead.customers", list.customers());
        return view.t("promises.lead", promises, customers, view.format().number(list.overdue()));
    }

    /** What became of the promises of each week, in a sentence; weeks in which none ended are left out. */
    public List<String> weekSentences() {
        return weeks.stream().limit(2).map(this::sentence).toList();
    }

    private String sentence(PromiseWeek week) {
        List<String> parts = new ArrayList<>();
        Stream.of(
                        part("kept", week.kept()),
                        part("late", week.late()),
                        part("broken", week.broken()),
                        part("overdue", week.overdue()),
                        part("open", week.open()),
                        part("cancelled", week.cancelled()),
                        part("unknown", week.unknown()))
                .filter(Objects::nonNull)
                .forEach(parts::add);
        return view.t(
                "promises.week",
                view.format().dayMonth(week.monday()),
                view.format().dayMonth(week.monday().plusDays(6)),
                view.n("promises.week.ended", week.promises()),
                String.join(", ", parts));
    }

    private @Nullable String part(String name, long count) {
        return count == 0 ? null : view.t("promises.week." + name, view.format().number(count));
    }

    public List<PromiseState> states() {
        return List.of(PromiseState.values());
    }

    public List<PromiseKind> kinds() {
        return List.of(PromiseKind.values());
    }

    public List<Closing.Outcome> outcomes() {
        return List.of(Closing.Outcome.values());
    }

    /** Teams that the filter offers. */
    public List<String> teams() {
        return offered(list.promises().stream().map(FollowedPromise::team));
    }

    /** Queues that the filter offers. */
    public List<String> queues() {
        return offered(list.promises().stream().map(FollowedPromise::queue));
    }

    private static List<String> offered(Stream<@Nullable String> values) {
        return values.filter(Objects::nonNull).distinct().sorted().toList();
    }

    public String state(FollowedPromise promise) {
        return view.t("promises.state." + promise.state().id());
    }

    public String kind(FollowedPromise promise) {
        return view.t("promises.kind." + promise.kind().id());
    }

    /** How long ago the term passed, or how long it still runs; empty when it is decided. */
    public String until(FollowedPromise promise) {
        if (!promise.state().isToCall()) {
            return "";
        }
        Duration left = Duration.between(view.now(), promise.termAt());
        return view.t(
                left.isNegative() ? "promises.since" : "promises.left",
                view.format().age(left.abs()));
    }

    /** Who says what became of it; null when calls do. */
    public @Nullable String said(FollowedPromise promise) {
        Closing closing = promise.closing();
        return closing == null
                ? null
                : view.t("promises.said-by", closing.who(), view.format().dateTime(closing.happenedAt()));
    }

    /** Who promised: his name, or what else is known of him. */
    public String agent(FollowedPromise promise) {
        String name = promise.agentName() == null ? promise.agent() : promise.agentName();
        return name == null ? "–" : name;
    }

    public int firstPlace() {
        return (query.page() - 1) * PromisesQuery.PAGE_SIZE + 1;
    }

    public boolean hasNext() {
        return firstPlace() + list.promises().size() - 1 < list.total();
    }
}
