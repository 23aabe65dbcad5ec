package io.callscope.analytics.requests;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.repeats.report.Weeks;
import io.callscope.analytics.requests.RequestCounts.Fact;
import io.callscope.analytics.requests.RequestReport.ToHear;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds calls to listen to: the newest of those that the days keep. Stateless; works within the caller's transaction. */
final class JdbiCallsToHear {
    /** How many are shown of each. */
    static final int SHOWN = 5;
    /** How many are looked at: some may be closed to the reader. */
    static final int LOOKED_AT = 60;

    /** Newest days first by the index; the words' place is looked up for the calls that are shown alone. */
    private static final String TO_HEAR = """
            SELECT w.kind, w.item, w.part, f.call_id, f.listed_at, CAST(coalesce(
                (SELECT s.evidence -> 0 ->> 'startMs' FROM signals s
                    WHERE (s.call_id, s.version_key) = (f.call_id, f.version_key)
                        AND s.signal = CASE w.kind WHEN 'name' THEN 'competitor' ELSE w.item END
                    ORDER BY s.place LIMIT 1),
                (SELECT m.evidence -> 0 ->> 'startMs' FROM marks m
                    WHERE (m.call_id, m.version_key) = (f.call_id, f.version_key) AND m.code = w.item
                    ORDER BY m.place LIMIT 1),
                CASE WHEN w.kind = 'break-step' THEN (SELECT a.repeat_contact -> 'evidence' -> 0 ->> 'startMs'
                    FROM analyses a WHERE (a.call_id, a.version_key) = (f.call_id, f.version_key)) END) AS bigint) AS at_ms
            FROM unnest(CAST(:kinds AS text[]), CAST(:items AS text[]), CAST(:parts AS text[])) AS w (kind, item, part)
            CROSS JOIN LATERAL (
                SELECT c.call_id, c.version_key, c.listed_at
                FROM (SELECT unnest(d.hear) AS call_id FROM request_days d %s ORDER BY d.day DESC, d.queue, d.team
                    LIMIT :looked_at) AS kept
                JOIN calls c USING (call_id) %s ORDER BY c.listed_at DESC, c.call_id LIMIT :shown
            ) AS f
            ORDER BY w.kind, w.item, w.part, f.listed_at DESC, f.call_id
            """;

    private JdbiCallsToHear() {}

    static Map<Fact, List<ToHear>> of(
            Handle handle, Weeks weeks, @Nullable String queue, TeamScope scope, List<Fact> wanted) {
        Conditions days = new Conditions()
                .add("d.kind = w.kind AND d.item = w.item AND d.part = w.part AND d.hear <> '{}'")
                .add("d.day >= :first AND d.day <= :last");
        Conditions visible = VisibleCalls.to(scope);
        if (queue != null) {
            days.add("d.queue = :queue");
        }
        if (!scope.everyTeam()) {
            days.add("d.team = ANY(:teams)");
        }
        Map<Fact, List<ToHear>> found = new LinkedHashMap<>();
        var query = visible.bindTo(handle.createQuery(TO_HEAR.formatted(days.where(), visible.where())))
                .bindArray(
                        "kinds", String.class, wanted.stream().map(Fact::kind).toList())
                .bindArray(
                        "items", String.class, wanted.stream().map(Fact::item).toList())
                .bindArray(
                        "parts", String.class, wanted.stream().map(Fact::part).toList())
                .bind("first", weeks.first())
                .bind("last", weeks.last())
                .bind("looked_at", LOOKED_AT)
                .bind("shown", SHOWN);
        if (queue != null) {
            query.bind("queue", queue);
        }
        if (!scope.everyTeam()) {
            query.bindArray("teams", String.class, List.copyOf(scope.teams()));
        }
        query.map((row, context) -> found.computeIfAbsent(
                                new Fact(
                                        Columns.required(row, "kind"),
                                        Columns.required(row, "item"),
                                        Columns.required(row, "part")),
                                fact -> new ArrayList<>())
                        .add(new ToHear(
                                Columns.required(row, "call_id"),
                                Columns.requiredInstant(row, "listed_at"),
                                Columns.longValue(row, "at_ms"))))
                .list();
        return found;
    }
}
