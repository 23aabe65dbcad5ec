package io.callscope.analytics.llm.budget;

import io.callscope.analytics.database.PgText;
import io.callscope.analytics.llm.ask.TokenUsage;
import io.callscope.analytics.llm.budget.Ledger.End;
import java.math.BigDecimal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The sums that reports are made of, by call and by day. Stateless; works within the caller's transaction. */
final class JdbiSpending {
    /**
     * One addition to the sums.
     *
     * @param fromCache nothing was sent
     */
    record Entry(Amount amount, long millis, End end, boolean fromCache) {
        static final Entry FROM_CACHE = new Entry(new Amount(TokenUsage.NONE, BigDecimal.ZERO), 0, End.ANSWERED, true);
    }

    void add(Handle handle, Item item, String currency, Entry entry) {
        boolean isFirst = bound(
                        handle.createQuery("""
                                INSERT INTO llm_call_spending AS sums (call_id, day, model, task, currency, requests, from_cache,
                                    failed, input_tokens, cached_tokens, output_tokens, money, millis)
                                VALUES (:call, :day, :model, :task, :currency, :requests, :fromCache, :failed, :input, :cached,
                                    :output, :money, :millis)
                                ON CONFLICT (call_id, day, model, task, currency) DO UPDATE SET
                                    requests = sums.requests + excluded.requests,
                                    from_cache = sums.from_cache + excluded.from_cache,
                                    failed = sums.failed + excluded.failed,
                                    input_tokens = sums.input_tokens + excluded.input_tokens,
                                    cached_tokens = sums.cached_tokens + excluded.cached_tokens,
                                    output_tokens = sums.output_tokens + excluded.output_tokens,
                                    money = sums.money + excluded.money,
                                    millis = sums.millis + excluded.millis
                                RETURNING requests + from_cache = 1
                                """).bind("call", item.callId().value()), item, currency, entry)
                .mapTo(Boolean.class)
                .one();
        bound(
                        handle.createUpdate("""
                                INSERT INTO llm_spending AS sums (day, model, task, currency, calls, requests, from_cache, failed,
                                    estimated, input_tokens, cached_tokens, output_tokens, money, millis)
                                VALUES (:day, :model, :task, :currency, :calls, :requests, :fromCache, :failed, :estimated, :input,
                                    :cached, :output, :money, :millis)
                                ON CONFLICT (day, model, task, currency) DO UPDATE SET
                                    calls = sums.calls + excluded.calls,
                                    requests = sums.requests + excluded.requests,
                                    from_cache = sums.from_cache + excluded.from_cache,
                                    failed = sums.failed + excluded.failed,
                                    estimated = sums.estimated + excluded.estimated,
                                    input_tokens = sums.input_tokens + excluded.input_tokens,
                                    cached_tokens = sums.cached_tokens + excluded.cached_tokens,
                                    output_tokens = sums.output_tokens + excluded.output_tokens,
                                    money = sums.money + excluded.money,
                                    millis = sums.millis + excluded.millis
                                """)
                                .bind("calls", isFirst ? 1 : 0)
                                .bind("estimated", entry.amount().usage().estimated() ? 1 : 0),
                        item,
                        currency,
                        entry)
                .execute();
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Item item, String currency, Entry entry) {
        TokenUsage usage = entry.amount().usage();
        return statement
                .bind("day", item.day())
                .bind("model", PgText.clean(item.model()))
                .bind("task", item.task())
                .bind("currency", currency)
                .bind("requests", entry.fromCache() ? 0 : 1)
                .bind("fromCache", entry.fromCache() ? 1 : 0)
                .bind("failed", entry.end() == End.FAILED ? 1 : 0)
                .bind("input", usage.input())
                .bind("cached", usage.cachedInput())
                .bind("output", usage.output())
                .bind("money", entry.amount().money())
                .bind("millis", entry.millis());
    }
}
