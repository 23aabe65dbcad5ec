package io.callscope.analytics.search;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.search.CallPage.Found;
import io.callscope.analytics.store.CallEntry;
import io.callscope.analytics.store.CallSummaries;
import io.callscope.analytics.store.CallSummary;
import io.callscope.analytics.store.EntryMapper;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Calls in PostgreSQL. A list is read in two steps. The first collects what matches, in no order, until the bound of
 * {@link Total}: when it ends before, the page is cut out of what was collected, so that rare words cost what they
 * find. When it does not, matches lie close together, and the second step walks the list in its order. Thread-safe;
 * the data source belongs to the caller.
 */
public final class JdbiCallSearch implements CallSearch {
    private static final EntryMapper ENTRIES = new EntryMapper();

    private final Jdbi jdbi;
    private final JdbiFacets facets = new JdbiFacets();

    public JdbiCallSearch(DataSource dataSource) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
    }

    /**
     * What the first step found.
     *
     * @param ids the page's calls in order; without meaning when there are too many
     */
    private record Collected(Total total, List<CallId> ids) {}

    @Override
    public CallPage find(CallFilter filter, Paging paging, TeamScope scope) {
        return reading(handle -> {
            Conditions conditions = JdbiCallConditions.of(filter, scope);
            Order order = Order.of(filter);
            boolean words = filter.words().isPresent();
            if (words) {
                plan(handle, false);
            }
            Collected collected = collect(handle, conditions, order, paging);
            if (words) {
                plan(handle, true);
            }
            List<CallEntry> entries = List.of();
            if (collected.total().isExact()) {
                entries = entries(handle, collected.ids());
            } else if (paging.isReachable()) {
                entries = walk(handle, conditions, order, paging);
            }
            return new CallPage(found(handle, filter, entries), collected.total(), paging);
        });
    }

    /**
     * Whether tables may be read from end to end, until the transaction ends. The planner takes a look into the words of
     * a text for as cheap as a look at a number, and so would read all texts to find a word that half of them have.
     */
    private static void plan(Handle handle, boolean throughTables) {
        String value = throughTables ? "on" : "off";
        handle.createQuery("SELECT set_config(name, :value, true) FROM unnest(:settings) AS name")
                .bind("value", value)
                .bindArray("settings", String.class, List.of("enable_seqscan", "enable_hashjoin", "enable_mergejoin"))
                .mapTo(String.class)
                .list();
    }

    private static Collected collect(Handle handle, Conditions conditions, Order order, Paging paging) {
        String sql = """
                WITH matched AS MATERIALIZED
                    (SELECT c.call_id, c.listed_at, c.flag_priority FROM calls c %s LIMIT :bound + 1),
                counted AS (SELECT count(*) AS total FROM matched)
                SELECT total, CASE WHEN total <= :bound THEN ARRAY(
                    SELECT c.call_id FROM matched c ORDER BY %s LIMIT :limit OFFSET :offset) END AS ids
                FROM counted
                """.formatted(conditions.where(), order.sql());
        return conditions
                .bindTo(handle.createQuery(sql))
                .bind("bound", Total.BOUND)
                .bind("limit", paging.size())
                .bind("offset", paging.offset())
                .map((row, context) -> new Collected(Total.counted(row.getLong("total")), ids(row)))
                .one();
    }

    private static List<CallId> ids(ResultSet row) throws SQLException {
        java.sql.Array array = row.getArray("ids");
        List<CallId> ids = new ArrayList<>();
        if (array != null) {
            for (String id : (String[]) array.getArray()) {
                ids.add(new CallId(id));
            }
        }
        return ids;
    }

    private static List<CallEntry> walk(Handle handle, Conditions conditions, Order order, Paging paging) {
        return conditions
                .bindTo(handle.createQuery("SELECT c.* FROM calls c %s ORDER BY %s LIMIT :limit OFFSET :offset"
                        .formatted(conditions.where(), order.sql())))
                .bind("limit", paging.size())
                .bind("offset", paging.offset())
                .map(ENTRIES)
                .list();
    }

    private static List<Found> found(Handle handle, CallFilter filter, List<CallEntry> entries) {
        List<CallId> ids = entries.stream().map(CallEntry::callId).toList();
        Map<CallId, Quote> quotes =
                filter.words().map(said -> JdbiQuotes.of(handle, said, ids)).orElse(Map.of());
        return CallSummaries.of(handle, entries).stream()
                .map(call -> new Found(call, quotes.get(call.entry().callId())))
                .toList();
    }

    @Override
    public List<CallId> ids(CallFilter filter, int limit, TeamScope scope) {
        return reading(handle -> {
            Conditions conditions = JdbiCallConditions.of(filter, scope);
            return conditions
                    .bindTo(handle.createQuery("SELECT c.call_id FROM calls c %s ORDER BY %s LIMIT :limit"
                            .formatted(conditions.where(), Order.of(filter).sql())))
                    .bind("limit", limit)
                    .map((row, context) -> new CallId(Columns.required(row, "call_id")))
                    .list();
        });
    }

    @Override
    public List<CallSummary> calls(List<CallId> ids, TeamScope scope) {
        return reading(handle -> CallSummaries.of(
                handle,
                entries(handle, ids).stream()
                        .filter(entry -> scope.includes(entry.team()))
                        .filter(entry -> !scope.closed().contains(entry.callId().value()))
                        .toList()));
    }

    private static List<CallEntry> entries(Handle handle, List<CallId> ids) {
        Map<CallId, CallEntry> byId = new HashMap<>();
        handle.createQuery("SELECT * FROM calls WHERE call_id = ANY(:ids)")
                .bindArray("ids", String.class, ids.stream().map(CallId::value).toList())
                .map(ENTRIES)
                .forEach(entry -> byId.put(entry.callId(), entry));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Facets facets(TeamScope scope) {
        // names of teams and lines say nothing of a single call, and are kept for all who see the same teams
        TeamScope teams = scope.without(Set.of());
        return facets.of(teams, () -> reading(handle -> JdbiFacets.read(handle, VisibleCalls.to(teams))));
    }

    private <T> T reading(Function<Handle, T> query) {
        return SqlFailures.translating(() -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            // how many calls a word or a team has decides the plan, so it must not be made without knowing them;
            // and a list for one reader must not take every processor from the others
            handle.createQuery("SELECT set_config('plan_cache_mode', 'force_custom_plan', true),"
                            + " set_config('max_parallel_workers_per_gather', '0', true)")
                    .mapTo(String.class)
                    .one();
            return query.apply(handle);
        }));
    }

    /** In which order a list is shown. */
    private enum Order {
        URGENT_FIRST("c.flag_priority, c.listed_at, c.call_id"),
        NEWEST_FIRST("c.listed_at DESC, c.call_id");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        static Order of(CallFilter filter) {
            return filter.isWork() ? URGENT_FIRST : NEWEST_FIRST;
        }

        String sql() {
            return sql;
        }
    }
}
