package io.callscope.analytics.importance;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.importance.ImportanceReport.QueueFigures;
import io.callscope.analytics.importance.ImportanceReport.TeamFigures;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Imported figures beside the calls that they are about. Lives within one transaction. */
final class JdbiAnswers {
    /** An answer about no single call is about the customer's calls of so many days before. */
    private static final int DAYS_BEFORE = 30;

    private static final String ANSWERS = """
            SELECT s.subject, s.customer, s.score, coalesce(array_agg(DISTINCT m.code)
                FILTER (WHERE m.code IS NOT NULL), '{}') AS codes
            FROM (SELECT s.subject, coalesce(c.customer_key, s.customer_key, s.subject) AS customer, s.%1$s AS score,
                    c.call_id, c.version_key, c.listed_at AS at
                FROM surveys s JOIN calls c ON c.call_id = s.call_id %2$s
                UNION ALL
                SELECT s.subject, s.customer_key, s.%1$s, c.call_id, c.version_key, CAST(s.asked_on AS timestamptz)
                FROM surveys s JOIN calls c ON c.customer_key = s.customer_key
                    AND c.listed_at >= CAST(s.asked_on - :before AS timestamp) AT TIME ZONE :zone
                    AND c.listed_at < CAST(s.asked_on + 1 AS timestamp) AT TIME ZONE :zone %3$s) AS s
            LEFT JOIN marks m ON m.call_id = s.call_id AND m.version_key = s.version_key AND m.polarity = 'barrier'
            GROUP BY s.subject, s.customer, s.score
            ORDER BY max(s.at) DESC, s.subject
            """;

    /** Of customers of whom the figure is known; whoever did not call then tells nothing of calls. */
    private static final String KNOWN = """
            SELECT s.customer_key AS customer, s.%1$s AS score, coalesce(array_agg(DISTINCT m.code)
                FILTER (WHERE m.code IS NOT NULL), '{}') AS codes
            FROM customer_figures s JOIN calls c ON c.customer_key = s.customer_key
                AND c.listed_at >= CAST(s.noted_on - :before AS timestamp) AT TIME ZONE :zone
                AND c.listed_at < CAST(s.noted_on + 1 AS timestamp) AT TIME ZONE :zone
            LEFT JOIN marks m ON m.call_id = c.call_id AND m.version_key = c.version_key AND m.polarity = 'barrier'
            %2$s AND s.noted_on >= :first AND s.noted_on <= :last AND s.%1$s IS NOT NULL
            GROUP BY s.customer_key, s.noted_on, s.%1$s
            ORDER BY s.noted_on DESC, s.customer_key
            """;

    private static final String QUEUES = """
            SELECT c.queue, %s FROM acd_figures c WHERE c.began_at >= :from AND c.began_at < :to
            GROUP BY c.queue ORDER BY c.queue
            """.formatted(mean("aht") + ", " + mean("asa") + ", " + mean("sl") + ", "
            + mean("lcr") + ", " + mean("occupancy"));

    private static final String TEAMS = """
            SELECT DISTINCT ON (c.team) c.team, c.month, c.enps, c.turnover FROM team_figures c %s
            ORDER BY c.team, c.month DESC
            """;

    private final Handle handle;
    private final Weeks weeks;
    private final ImportanceQuestion question;
    private final TeamScope scope;

    JdbiAnswers(Handle handle, Weeks weeks, ImportanceQuestion question, TeamScope scope) {
        this.handle = handle;
        this.weeks = weeks;
        this.question = question;
        this.scope = scope;
    }

    private static String mean(String column) {
        return "sum(c.%1$s * coalesce(c.offered, 1)) / nullif(sum(coalesce(c.offered, 1)) FILTER (WHERE c.%1$s IS NOT NULL), 0) AS %1$s"
                .formatted(column);
    }

    private Conditions calls() {
        Conditions conditions = VisibleCalls.to(scope).add("c.verdict = 'judged'");
        if (question.queue() != null) {
            conditions.add("c.queue = %s", question.queue());
        }
        if (question.team() != null) {
            conditions.add("c.team = %s", question.team());
        }
        return conditions;
    }

    /** Newest first, also of those who did not answer. */
    List<Answer> answers() {
        return question.outcome().isAsked() ? asked() : known();
    }

    private List<Answer> known() {
        Conditions conditions = calls();
        return conditions
                .bindTo(handle.createQuery(KNOWN.formatted(question.outcome().column(), conditions.where())))
                .bind("first", weeks.first())
                .bind("last", weeks.last())
                .bind("before", DAYS_BEFORE)
                .bind("zone", weeks.zone().getId())
                .map((row, context) ->
                        new Answer(Columns.required(row, "customer"), Columns.share(row, "score"), codes(row)))
                .list();
    }

    private List<Answer> asked() {
        Conditions conditions = calls();
        String narrowed = conditions.where();
        String ofCalls = narrowed + " AND c.listed_at >= :from AND c.listed_at < :to";
        String ofCustomers = narrowed + " AND s.call_id IS NULL AND s.asked_on >= :first AND s.asked_on <= :last";
        return conditions
                .bindTo(handle.createQuery(ANSWERS.formatted(question.outcome().column(), ofCalls, ofCustomers)))
                .bind("from", Columns.time(weeks.from()))
                .bind("to", Columns.time(weeks.to()))
                .bind("first", weeks.first())
                .bind("last", weeks.last())
                .bind("before", DAYS_BEFORE)
                .bind("zone", weeks.zone().getId())
                .map((row, context) ->
                        new Answer(Columns.required(row, "customer"), Columns.share(row, "score"), codes(row)))
                .list();
    }

    private static List<String> codes(ResultSet row) throws SQLException {
        Array codes = row.getArray("codes");
        return List.of((String[]) codes.getArray());
    }

    /** A queue is worked by several teams, so that only who sees all of them sees its figures. */
    List<QueueFigures> queues(Map<String, Share> barriers) {
        if (!scope.everyTeam()) {
            return List.of();
        }
        return handle.createQuery(QUEUES)
                .bind("from", Columns.time(weeks.from()))
                .bind("to", Columns.time(weeks.to()))
                .map((row, context) -> {
                    String queue = Columns.required(row, "queue");
                    return new QueueFigures(
                            queue,
                            known(barriers, queue),
                            Columns.share(row, "aht"),
                            Columns.share(row, "asa"),
                            Columns.share(row, "sl"),
                            Columns.share(row, "lcr"),
                            Columns.share(row, "occupancy"));
                })
                .list();
    }

    List<TeamFigures> teams(Map<String, Share> barriers) {
        Conditions conditions = VisibleCalls.ofTeams(scope).add("c.month <= %s", weeks.last());
        return conditions
                .bindTo(handle.createQuery(TEAMS.formatted(conditions.where())))
                .map((row, context) -> {
                    String team = Columns.required(row, "team");
                    return new TeamFigures(
                            team,
                            known(barriers, team),
                            Objects.requireNonNull(row.getObject("month", LocalDate.class)),
                            Columns.share(row, "enps"),
                            Columns.share(row, "turnover"));
                })
                .list();
    }

    private static Share known(Map<String, Share> barriers, String value) {
        @Nullable Share share = barriers.get(value);
        return share == null ? Share.of(0, 0, 1) : share;
    }
}
