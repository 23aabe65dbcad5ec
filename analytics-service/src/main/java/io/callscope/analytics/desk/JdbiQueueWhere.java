package io.callscope.analytics.desk;

import io.callscope.analytics.users.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Conditions on {@code cards k} with their values: only cards that the viewer may see. Not thread-safe. */
final class JdbiQueueWhere {
    /** A card that holds a call which he has yet to score blind says what the machine heard in it. */
    private static final String NOTHING_CLOSED =
            "NOT EXISTS (SELECT 1 FROM card_calls x WHERE x.card_id = k.card_id AND x.call_id = ANY(:closed))";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    JdbiQueueWhere(String condition, User viewer) {
        conditions.add(condition);
        if (condition.contains(":me")) {
            values.put("me", viewer.login());
        }
        if (!viewer.scope().everyTeam()) {
            and(
                    "k.teams && CAST(:teams AS text[])",
                    "teams",
                    viewer.scope().teams().toArray(String[]::new));
        }
        if (!viewer.scope().closed().isEmpty()) {
            and(NOTHING_CLOSED, "closed", viewer.scope().closed().toArray(String[]::new));
        }
    }

    JdbiQueueWhere and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, Objects.requireNonNull(value));
        }
        return this;
    }

    String sql() {
        return " FROM cards k WHERE (" + String.join(") AND (", conditions) + ")";
    }

    Query query(Handle handle, String select, String rest) {
        return handle.createQuery(select + sql() + rest).bindMap(values);
    }
}
