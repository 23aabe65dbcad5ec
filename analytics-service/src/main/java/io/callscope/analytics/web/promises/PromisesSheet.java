package io.callscope.analytics.web.promises;

import io.callscope.analytics.export.Cell;
import io.callscope.analytics.export.Column;
import io.callscope.analytics.promises.Closing;
import io.callscope.analytics.promises.FollowedPromise;
import io.callscope.analytics.web.page.View;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Promises as a table, one a row. One request's. */
final class PromisesSheet {
    private final View view;

    PromisesSheet(View view) {
        this.view = view;
    }

    List<Column> columns() {
        return Stream.of(
                        Map.entry("number", 10),
                        Map.entry("state", 22),
                        Map.entry("kind", 22),
                        Map.entry("term", 18),
                        Map.entry("said", 14),
                        Map.entry("late-hours", 14),
                        Map.entry("customer", 12),
                        Map.entry("team", 18),
                        Map.entry("agent", 24),
                        Map.entry("queue", 18),
                        Map.entry("call", 24),
                        Map.entry("second", 10),
                        Map.entry("called", 18),
                        Map.entry("decided", 18),
                        Map.entry("decided-by", 24),
                        Map.entry("note", 40))
                .map(column -> new Column(view.t("promises.sheet." + column.getKey()), column.getValue()))
                .toList();
    }

    List<Cell> row(FollowedPromise promise) {
        Closing closing = promise.closing();
        Instant decided = promise.decidedAt();
        return List.of(
                Cell.whole(promise.number()),
                Cell.text(view.t("promises.state." + promise.state().id())),
                Cell.text(view.t("promises.kind." + promise.kind().id())),
                Cell.text(view.format().dateTime(promise.termAt())),
                Cell.text(view.t(promise.dueAt() == null ? "promises.term.usual" : "promises.term.said")),
                late(promise),
                text(promise.last4()),
                text(promise.team()),
                text(promise.agentName() == null ? promise.agent() : promise.agentName()),
                text(promise.queue()),
                Cell.text(promise.callId().value()),
                Cell.whole(promise.atMs() / 1000),
                Cell.text(view.format().dateTime(promise.startedAt())),
                decided == null ? Cell.EMPTY : Cell.text(view.format().dateTime(decided)),
                text(
                        closing != null
                                ? closing.who()
                                : promise.decidedBy() == null
                                        ? null
                                        : promise.decidedBy().value()),
                text(closing == null ? null : closing.note()));
    }

    /** Hours since the term; of what is done, from the term to that. */
    private Cell late(FollowedPromise promise) {
        Instant until = promise.state().isToCall() ? view.now() : promise.decidedAt();
        if (until == null || !until.isAfter(promise.termAt())) {
            return Cell.EMPTY;
        }
        long minutes = Duration.between(promise.termAt(), until).toMinutes();
        return new Cell.Decimal(Math.round(minutes / 6.0) / 10.0);
    }

    private static Cell text(@Nullable String text) {
        return text == null ? Cell.EMPTY : Cell.text(Objects.requireNonNull(text));
    }
}
