package io.callscope.analytics.search;

import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.search.Facets.Agent;
import io.callscope.analytics.users.TeamScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The values that occur in calls, kept for a minute for each scope: reading them takes a pass over the calls. Thread-safe. */
final class JdbiFacets {
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** More scopes than a center has; beyond, the oldest answers are dropped together. */
    private static final int MOST_SCOPES = 200;

    private static final String COMBINATIONS = """
            SELECT c.team, c.queue, c.product, c.agent_id, max(c.agent_name) AS agent_name
            FROM calls c %s GROUP BY c.team, c.queue, c.product, c.agent_id
            """;

    private record Kept(Facets facets, long readAt) {
        boolean isFresh() {
            return System.nanoTime() - readAt < FRESH.toNanos();
        }
    }

    private final Map<TeamScope, Kept> kept = new ConcurrentHashMap<>();

    Facets of(TeamScope scope, Supplier<Facets> reader) {
        Kept known = kept.get(scope);
        if (known != null && known.isFresh()) {
            return known.facets();
        }
        Facets read = reader.get();
        if (kept.size() >= MOST_SCOPES) {
            kept.clear();
        }
        kept.put(scope, new Kept(read, System.nanoTime()));
        return read;
    }

    static Facets read(Handle handle, Conditions visible) {
        SortedSet<String> teams = new TreeSet<>();
        SortedSet<String> queues = new TreeSet<>();
        SortedSet<String> products = new TreeSet<>();
        Map<String, Agent> agents = new TreeMap<>();
        visible.bindTo(handle.createQuery(COMBINATIONS.formatted(visible.where())))
                .map((row, context) -> {
                    addGiven(teams, row.getString("team"));
                    addGiven(queues, row.getString("queue"));
                    addGiven(products, row.getString("product"));
                    agent(row, agents);
                    return true;
                })
                .list();
        return new Facets(
                teams.stream().toList(),
                queues.stream().toList(),
                products.stream().toList(),
                agents.values().stream()
                        .sorted(Comparator.comparing(Agent::name).thenComparing(Agent::id))
                        .toList());
    }

    private static void agent(ResultSet row, Map<String, Agent> agents) throws SQLException {
        String id = row.getString("agent_id");
        if (id != null) {
            String name = Objects.requireNonNullElse(row.getString("agent_name"), id);
            agents.merge(id, new Agent(id, name), (one, other) -> one.name().equals(id) ? other : one);
        }
    }

    private static void addGiven(SortedSet<String> values, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.add(value);
        }
    }
}
