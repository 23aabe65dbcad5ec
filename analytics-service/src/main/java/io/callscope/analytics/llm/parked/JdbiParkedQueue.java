package io.callscope.analytics.llm.parked;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.model.call.CallId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The queue in PostgreSQL: rows of {@code parked_calls}, claimed until a time. Thread-safe. */
public final class JdbiParkedQueue implements ParkedQueue {
    private final Jdbi jdbi;
    private final Clock clock;

    /** The data source belongs to the caller. */
    public JdbiParkedQueue(DataSource dataSource, Clock clock) {
        this.jdbi = Jdbi.create(dataSource);
        this.clock = clock;
    }

    @Override
    public Optional<Claim> claim(Instant today, Duration lease) {
        UUID token = UUID.randomUUID();
        Instant now = clock.instant();
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE parked_calls SET claim = :token, claimed_until = :until
                        WHERE call_id = (SELECT call_id FROM parked_calls
                            WHERE (asked_at IS NOT NULL OR failure = :dayBudget AND parked_at < :today)
                                AND (claimed_until IS NULL OR claimed_until < :now)
                            ORDER BY asked_at NULLS LAST, parked_at, call_id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING call_id, failure
                        """)
                .bind("token", token)
                .bind("until", Columns.requiredTime(now.plus(lease)))
                .bind("dayBudget", LlmFailure.DAY_BUDGET.id())
                .bind("today", Columns.requiredTime(today))
                .bind("now", Columns.requiredTime(now))
                .map((row, context) -> new Claim(
                        new CallId(Columns.required(row, "call_id")), token, failure(Columns.required(row, "failure"))))
                .findOne()));
    }

    /** What a newer release calls by a word that this one does not know was no usable answer either. */
    private static LlmFailure failure(String id) {
        return LlmFailure.ofId(id).orElse(LlmFailure.EMPTY);
    }

    @Override
    public void renew(Claim claim, Duration lease) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate(
                        "UPDATE parked_calls SET claimed_until = :until WHERE call_id = :call AND claim = :token")
                .bind("until", Columns.requiredTime(clock.instant().plus(lease)))
                .bind("call", claim.callId().value())
                .bind("token", claim.token())
                .execute()));
    }

    @Override
    public void giveBack(Claim claim) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE parked_calls SET claim = NULL, claimed_until = NULL
                        WHERE call_id = :call AND claim = :token
                        """)
                .bind("call", claim.callId().value())
                .bind("token", claim.token())
                .execute()));
    }

    @Override
    public Map<LlmFailure, Long> counts() {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> {
            Map<LlmFailure, Long> counts = new EnumMap<>(LlmFailure.class);
            handle.createQuery("SELECT failure, count(*) AS calls FROM parked_calls GROUP BY failure")
                    .map((row, context) -> Map.entry(failure(Columns.required(row, "failure")), row.getLong("calls")))
                    .forEach(each -> counts.merge(each.getKey(), each.getValue(), Long::sum));
            return counts;
        }));
    }
}
