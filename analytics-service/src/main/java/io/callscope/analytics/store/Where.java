package io.callscope.analytics.store;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.users.TeamScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** A filter as a condition on {@code calls c}. Values are always bound, never written into the text. */
final class Where {
    private static final String CURRENT = "call_id = c.call_id AND %1$s.version_key = c.version_key";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private Where() {}

    /** Only calls that may be seen. */
    static Where visible(TeamScope scope) {
        Where where = new Where();
        if (!scope.everyTeam()) {
            where.conditions.add("c.team = ANY(:teams)");
            where.values.put("teams", scope.teams().toArray(String[]::new));
        }
        return where;
    }

    static Where of(CallFilter filter, TeamScope scope) {
        Where where = visible(scope);
        if (filter.flagged() != null) {
            where.conditions.add(filter.flagged() ? "c.flag_priority IS NOT NULL" : "c.flag_priority IS NULL");
        }
        where.add("language", filter.language(), "c.language = :language");
        where.add("from", Columns.time(filter.from()), "c.listed_at >= :from");
        where.add("to", Columns.time(filter.to()), "c.listed_at < :to");
        where.add("state", filter.state() == null ? null : filter.state().id(), "c.state = :state");
        where.add("force", filter.force() == null ? null : filter.force().id(), heard("marks", "m", "force"));
        where.add("code", filter.code(), heard("marks", "m", "code"));
        where.add("rule", filter.rule(), heard("flags", "f", "rule"));
        where.add(
                "text",
                filter.text() == null
                        ? null
                        : PgText.clean(filter.text()).replace('ё', 'е').replace('Ё', 'Е'),
                "EXISTS (SELECT 1 FROM transcripts t WHERE t.call_id = c.call_id"
                        + " AND t.transcript_hash = c.transcript_hash"
                        + " AND t.search @@ websearch_to_tsquery('pg_catalog.russian', :text))");
        return where;
    }

    private static String heard(String table, String alias, String column) {
        return "EXISTS (SELECT 1 FROM %s %s WHERE %s.%s AND %s.%s = :%s)"
                .formatted(table, alias, alias, CURRENT.formatted(alias), alias, column, column);
    }

    /** A condition whose values the caller binds. */
    Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    private void add(String name, @Nullable Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, Objects.requireNonNull(value));
        }
    }

    String sql() {
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }

    Query bindTo(Query query) {
        return query.bindMap(values);
    }
}
