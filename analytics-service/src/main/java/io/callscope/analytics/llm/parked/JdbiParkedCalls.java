package io.callscope.analytics.llm.parked;

import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.llm.ParkedCalls;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.model.call.CallId;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Parked calls in PostgreSQL. Thread-safe. */
public final class JdbiParkedCalls implements ParkedCalls {
    private final Jdbi jdbi;

    /** The data source belongs to the caller. */
    public JdbiParkedCalls(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    @Override
    public void park(CallId callId, LlmFailure failure, String detail) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO parked_calls (call_id, failure, detail) VALUES (:call, :failure, :detail)
                        ON CONFLICT (call_id) DO UPDATE
                        SET failure = excluded.failure, detail = excluded.detail, parked_at = now()
                        """)
                .bind("call", callId.value())
                .bind("failure", failure.id())
                .bind("detail", detail)
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
