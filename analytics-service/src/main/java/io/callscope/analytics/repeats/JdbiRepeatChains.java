package io.callscope.analytics.repeats;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Chains out of PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiRepeatChains implements RepeatChains {
    private static final int MOST = 50;

    private static final String CHAIN = """
            SELECT c.call_id, c.started_at, c.contact_reason, c.position, c.linked_by, c.cause, c.cause_owner,
                c.call_id = own.call_id AS is_this, c.call_id = own.trigger_id AS is_trigger
            FROM contacts own JOIN contacts c USING (chain_id) %s
                AND own.call_id = coalesce((SELECT l.contact_id FROM contact_calls l WHERE l.call_id = :call), :call)
            ORDER BY c.started_at, c.call_id LIMIT :most
            """;

    private final Jdbi jdbi;

    public JdbiRepeatChains(DataSource dataSource) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
    }

    @Override
    public List<Member> of(CallId call, TeamScope scope) {
        Conditions conditions = VisibleCalls.to(scope).add("true");
        List<Member> chain = SqlFailures.translating(() -> jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(CHAIN.formatted(conditions.where())))
                .bind("call", call.value())
                .bind("most", MOST)
                .map((row, context) -> new Member(
                        new CallId(Columns.required(row, "call_id")),
                        Columns.requiredInstant(row, "started_at"),
                        Columns.required(row, "contact_reason"),
                        row.getInt("position"),
                        row.getString("linked_by"),
                        row.getString("cause"),
                        row.getString("cause_owner"),
                        row.getBoolean("is_this"),
                        row.getBoolean("is_trigger")))
                .list()));
        return chain.size() < 2 ? List.of() : chain;
    }
}
