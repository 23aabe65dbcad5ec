package io.callscope.analytics.llm.parked;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.llm.ParkedCalls;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.model.call.CallId;
import java.time.Clock;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Parked calls in PostgreSQL. Thread-safe. */
public final class JdbiParkedCalls implements ParkedCalls {
    private final Jdbi jdbi;
    private final Clock clock;

    /** The data source belongs to the caller. */
    public JdbiParkedCalls(DataSource dataSource, Clock clock) {
        this.jdbi = Jdbi.create(dataSource);
        this.clock = clock;
    }

    @Override
    public void park(CallId callId, LlmFailure failure, String detail) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO parked_calls AS parked (call_id, failure, detail, parked_at, since)
                        VALUES (:call, :failure, :detail, :now, :now)
                        ON CONFLICT (call_id) DO UPDATE
                        SET failure = excluded.failure, detail = excluded.detail, parked_at = excluded.parked_at,
                            times = parked.times + 1, asked_at = NULL, claim = NULL, claimed_until = NULL
                        """)
                .bind("call", callId.value())
                .bind("failure", failure.id())
                .bind("detail", PgText.clean(detail))
                .bind("now", Columns.requiredTime(clock.instant()))
                .execute()));
    }

    @Override
    public void answered(CallId callId) {
        SqlFailures.translating(
                () -> jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM parked_calls WHERE call_id = :call")
                        .bind("call", callId.value())
                        .execute()));
    }
}
