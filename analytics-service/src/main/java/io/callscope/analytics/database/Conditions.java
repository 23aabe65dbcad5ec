package io.callscope.analytics.database;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/** Conditions on rows that must all hold. Values are always bound, never written into the text. Not thread-safe. */
public final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    /** A condition without values, or one whose values the caller binds. */
    public Conditions add(String condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * A condition on a value.
     *
     * @param condition where {@code %s} stands for the value
     */
    public Conditions add(String condition, Object value) {
        return add(condition.formatted(":" + bound(value)));
    }

    /** Binds a value; the name to use for it after a colon. */
    public String bound(Object value) {
        String name = "condition" + values.size();
        values.put(name, value);
        return name;
    }

    /** The clause; empty when there is no condition. */
    public String where() {
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }

    public <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement.bindMap(values);
    }
}
