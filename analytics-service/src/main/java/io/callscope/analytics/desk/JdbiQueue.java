package io.callscope.analytics.desk;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.desk.Portion.Candidate;
import io.callscope.analytics.users.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** The queue of one person. Thread-safe; works within the caller's transaction. */
final class JdbiQueue {
    /** The line is drawn within so many cards: a day holds about thirty, and groups take the rest of them. */
    private static final int LOOKED_AT = 2_000;

    private static final String ORDER = "k.priority, k.due_at, k.severity DESC, k.confidence DESC, k.card_id";

    private static final String MINE_OR_NOBODYS = """
            k.state IN ('new', 'in-work', 'handed-over') AND k.live AND NOT k.capped AND (k.state = 'new'
                OR k.state = 'in-work' AND k.by_login = :me OR k.state = 'handed-over' AND k.to_login = :me)
            """;

    private final JdbiCardReads reads;
    private final QueueSettings settings;
    private final ZoneId zone;

    JdbiQueue(JdbiCardReads reads, QueueSettings settings, ZoneId zone) {
        this.reads = Objects.requireNonNull(reads, "reads");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.zone = Objects.requireNonNull(zone, "zone");
    }

    /** What is below the line and what is not shown. */
    private record Totals(long cards, long calls, long overdue, long capped) {}

    QueueList list(Handle handle, QueueFilter filter, User viewer, Instant now) {
        Portion portion = Portion.of(candidates(handle, viewer), checkedToday(handle, viewer, now), settings);
        List<Card> above = filter.showsLine()
                ? reads.cards(
                        handle, portion.above().stream().map(Candidate::cardId).toList(), viewer.scope())
                : List.of();
        Totals totals = totals(handle, viewer, now);
        List<Long> apart = filter.hasLine() ? apart(portion) : List.of();
        JdbiQueueWhere where = where(filter, viewer, now)
                .and("NOT k.card_id = ANY(CAST(:apart AS bigint[]))", "apart", apart.toArray(Long[]::new));
        long total =
                where.query(handle, "SELECT count(*)", "").mapTo(Long.class).one();
        List<Long> page = where.query(
                        handle,
                        "SELECT k.card_id",
                        " ORDER BY " + order(filter.view()) + " LIMIT " + QueueFilter.PAGE_SIZE + " OFFSET :offset")
                .bind("offset", filter.offset())
                .mapTo(Long.class)
                .list();
        long overdueAbove = overdueAbove(handle, portion, now);
        return new QueueList(
                filter,
                portion,
                above,
                reads.cards(handle, page, viewer.scope()),
                total,
                Math.max(0, totals.calls() - portion.calls()),
                Math.max(0, totals.overdue() - overdueAbove),
                totals.capped());
    }

    private static List<Long> apart(Portion portion) {
        List<Long> ids = new ArrayList<>();
        portion.above().forEach(card -> ids.add(card.cardId()));
        portion.groups().forEach(group -> group.cards().forEach(card -> ids.add(card.cardId())));
        return ids;
    }

    private List<Candidate> candidates(Handle handle, User viewer) {
        return new JdbiQueueWhere(MINE_OR_NOBODYS, viewer)
                .query(
                        handle,
                        "SELECT k.card_id, k.priority, k.agent, k.agent_name, k.rule, k.work_ms, k.calls",
                        " ORDER BY " + ORDER + " LIMIT " + LOOKED_AT)
                .map((row, context) -> candidate(row))
                .list();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(
                row.getLong("card_id"),
                row.getInt("priority"),
                row.getString("agent"),
                row.getString("agent_name"),
                Columns.required(row, "rule"),
                row.getLong("work_ms"),
                row.getInt("calls"));
    }

    private Duration checkedToday(Handle handle, User viewer, Instant now) {
        return Duration.ofMillis(handle.createQuery("""
                        SELECT coalesce(sum(work_ms), 0) FROM cards
                        WHERE state = 'checked' AND by_login = :me AND state_at >= :day
                        """)
                .bind("me", viewer.login())
                .bind("day", Columns.time(dayStart(now)))
                .mapTo(Long.class)
                .one());
    }

    private Instant dayStart(Instant now) {
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    private static Totals totals(Handle handle, User viewer, Instant now) {
        long capped = new JdbiQueueWhere("k.state = 'new' AND k.live AND k.capped", viewer)
                .query(handle, "SELECT coalesce(sum(k.calls), 0)", "")
                .mapTo(Long.class)
                .one();
        return new JdbiQueueWhere(MINE_OR_NOBODYS, viewer)
                .query(
                        handle,
                        "SELECT count(*) AS cards, coalesce(sum(k.calls), 0) AS calls,"
                                + " coalesce(sum(k.calls) FILTER (WHERE k.due_at < :now), 0) AS overdue",
                        "")
                .bind("now", Columns.time(now))
                .map((row, context) ->
                        new Totals(row.getLong("cards"), row.getLong("calls"), row.getLong("overdue"), capped))
                .one();
    }

    private static long overdueAbove(Handle handle, Portion portion, Instant now) {
        return handle.createQuery(
                        "SELECT coalesce(sum(calls), 0) FROM cards WHERE card_id = ANY(:ids) AND due_at < :now")
                .bindArray(
                        "ids",
                        Long.class,
                        portion.above().stream().map(Candidate::cardId).toList())
                .bind("now", Columns.time(now))
                .mapTo(Long.class)
                .one();
    }

    private JdbiQueueWhere where(QueueFilter filter, User viewer, Instant now) {
        JdbiQueueWhere where = new JdbiQueueWhere(condition(filter.view()), viewer);
        if (filter.view() == QueueFilter.View.CHECKED_TODAY) {
            where.and("k.state_at >= :day", "day", Columns.time(dayStart(now)));
        }
        return where.and("k.rules @> ARRAY[CAST(:rule AS text)]", "rule", filter.rule())
                .and("k.priority = :priority", "priority", filter.priority())
                .and("k.teams @> ARRAY[CAST(:team AS text)]", "team", filter.team())
                .and("k.agent = :agent", "agent", filter.agent());
    }

    private static String condition(QueueFilter.View view) {
        return switch (view) {
            case QUEUE -> MINE_OR_NOBODYS;
            case MINE ->
                "k.state IN ('in-work', 'put-off') AND k.by_login = :me"
                        + " OR k.state = 'handed-over' AND k.to_login = :me";
            case IN_WORK -> "k.state = 'in-work'";
            case PUT_OFF -> "k.state = 'put-off'";
            case HANDED_OVER -> "k.state = 'handed-over'";
            case CHECKED_TODAY -> "k.state = 'checked'";
        };
    }

    private static String order(QueueFilter.View view) {
        return switch (view) {
            case QUEUE, MINE -> ORDER;
            case PUT_OFF -> "k.until_at, k.card_id";
            case IN_WORK, HANDED_OVER -> "k.state_at, k.card_id";
            case CHECKED_TODAY -> "k.state_at DESC, k.card_id";
        };
    }

    Handover handover(Handle handle, User viewer, Instant now) {
        return new Handover(
                some(
                        handle,
                        new JdbiQueueWhere("k.state = 'in-work'", viewer),
                        "k.priority, k.due_at, k.card_id",
                        viewer),
                some(handle, new JdbiQueueWhere("k.state = 'put-off'", viewer), "k.until_at, k.card_id", viewer),
                some(
                        handle,
                        new JdbiQueueWhere("k.state = 'new' AND k.live AND NOT k.capped", viewer)
                                .and("k.due_at < :now", "now", Columns.time(now)),
                        ORDER,
                        viewer),
                some(handle, new JdbiQueueWhere("k.state = 'handed-over'", viewer), "k.state_at, k.card_id", viewer));
    }

    private List<Card> some(Handle handle, JdbiQueueWhere where, String order, User viewer) {
        List<Long> ids = where.query(handle, "SELECT k.card_id", " ORDER BY " + order + " LIMIT " + Handover.LIMIT)
                .mapTo(Long.class)
                .list();
        return reads.cards(handle, ids, viewer.scope());
    }
}
