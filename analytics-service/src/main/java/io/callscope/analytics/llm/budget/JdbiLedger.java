package io.callscope.analytics.llm.budget;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.TokenUsage;
import io.callscope.model.call.CallId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The book in PostgreSQL. Whatever changes a day's sums locks the day's row before anything else but its own
 * reservation, so that two never wait for one another. Thread-safe.
 */
final class JdbiLedger implements Ledger {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Jdbi jdbi;
    private final JdbiSpending spending = new JdbiSpending();

    /** The data source belongs to the caller. */
    JdbiLedger(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    @Override
    public UUID reserve(Item item, Amount amount, String currency, Caps caps, Instant expires) {
        UUID id = UUID.randomUUID();
        SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            reserveOfDay(handle, item, amount, caps);
            if (caps.tokensPerCall() != null) {
                requireRoom(handle, item, amount, caps.tokensPerCall());
            }
            return handle.createUpdate("""
                            INSERT INTO llm_reservations (id, day, call_id, model, task, input_tokens, output_tokens, money,
                                currency, expires_at)
                            VALUES (:id, :day, :call, :model, :task, :input, :output, :money, :currency, :expires)
                            """)
                    .bind("id", id)
                    .bind("day", item.day())
                    .bind("call", item.callId().value())
                    .bind("model", PgText.clean(item.model()))
                    .bind("task", item.task())
                    .bind("input", amount.usage().input())
                    .bind("output", amount.usage().output())
                    .bind("money", amount.money())
                    .bind("currency", currency)
                    .bind("expires", Columns.requiredTime(expires))
                    .execute();
        }));
        return id;
    }

    /** Takes the amount out of the day, or nothing. */
    private static void reserveOfDay(Handle handle, Item item, Amount amount, Caps caps) {
        handle.createUpdate("INSERT INTO llm_days (day) VALUES (:day) ON CONFLICT DO NOTHING")
                .bind("day", item.day())
                .execute();
        int changed = handle.createUpdate("""
                        UPDATE llm_days SET reserved_tokens = reserved_tokens + :tokens,
                            reserved_money = reserved_money + :money
                        WHERE day = :day
                            AND (CAST(:tokenCap AS bigint) IS NULL
                                OR spent_tokens + reserved_tokens + :tokens <= CAST(:tokenCap AS bigint))
                            AND (CAST(:moneyCap AS numeric) IS NULL
                                OR spent_money + reserved_money + :money <= CAST(:moneyCap AS numeric))
                        """)
                .bind("day", item.day())
                .bind("tokens", amount.tokens())
                .bind("money", amount.money())
                .bind("tokenCap", caps.tokensPerDay())
                .bind("moneyCap", caps.moneyPerDay())
                .execute();
        if (changed == 0) {
            throw refusedForDay(handle, item, amount, caps);
        }
    }

    private static LlmFailedException refusedForDay(Handle handle, Item item, Amount amount, Caps caps) {
        String taken = handle.createQuery("""
                        SELECT spent_tokens + reserved_tokens AS tokens, spent_money + reserved_money AS money
                        FROM llm_days WHERE day = :day
                        """)
                .bind("day", item.day())
                .map((row, context) -> {
                    long tokens = row.getLong("tokens");
                    boolean byTokens = caps.tokensPerDay() != null && tokens + amount.tokens() > caps.tokensPerDay();
                    return byTokens
                            ? "%d tokens with %d taken of the day's %d"
                                    .formatted(amount.tokens(), tokens, caps.tokensPerDay())
                            : "%s of money with %s taken of the day's %s"
                                    .formatted(plain(amount.money()), plain(money(row)), plain(caps.moneyPerDay()));
                })
                .one();
        return new LlmFailedException(
                LlmFailure.DAY_BUDGET, "task %s: may take %s".formatted(item.task(), taken), TokenUsage.NONE);
    }

    private static String plain(@Nullable BigDecimal money) {
        return money == null ? "0" : money.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal money(ResultSet row) throws SQLException {
        BigDecimal money = row.getBigDecimal("money");
        return money == null ? BigDecimal.ZERO : money;
    }

    /** The day's row is locked by now, so nobody else reserves for the call. */
    private static void requireRoom(Handle handle, Item item, Amount amount, long cap) {
        long taken = handle.createQuery("""
                        SELECT (SELECT coalesce(sum(input_tokens + output_tokens), 0) FROM llm_call_spending
                                WHERE call_id = :call AND day = :day)
                            + (SELECT coalesce(sum(input_tokens + output_tokens), 0) FROM llm_reservations
                                WHERE call_id = :call AND day = :day)
                        """)
                .bind("call", item.callId().value())
                .bind("day", item.day())
                .mapTo(Long.class)
                .one();
        if (taken + amount.tokens() > cap) {
            throw new LlmFailedException(
                    LlmFailure.CALL_BUDGET,
                    "task %s: may take %d tokens with %d taken of the call's %d"
                            .formatted(item.task(), amount.tokens(), taken, cap),
                    TokenUsage.NONE);
        }
    }

    /** What was set aside. */
    private record Reserved(Item item, Amount amount, String currency) {}

    private static Reserved reserved(ResultSet row) throws SQLException {
        Item item = new Item(
                row.getObject("day", LocalDate.class),
                new CallId(Columns.required(row, "call_id")),
                Columns.required(row, "model"),
                Columns.required(row, "task"));
        TokenUsage usage = new TokenUsage(row.getInt("input_tokens"), 0, row.getInt("output_tokens"), true);
        return new Reserved(item, new Amount(usage, money(row)), Columns.required(row, "currency"));
    }

    @Override
    public void settle(UUID reservation, Amount amount, long nanos, End end) {
        SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            taken(handle, reservation)
                    .forEach(reserved -> book(handle, reserved, amount, nanos / NANOS_PER_MILLI, end));
            return true;
        }));
    }

    private void book(Handle handle, Reserved reserved, Amount amount, long millis, End end) {
        ofDay(handle, reserved, amount.tokens(), amount.money());
        spending.add(handle, reserved.item(), reserved.currency(), new JdbiSpending.Entry(amount, millis, end, false));
    }

    @Override
    public void release(UUID reservation) {
        SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            taken(handle, reservation).forEach(reserved -> ofDay(handle, reserved, 0, BigDecimal.ZERO));
            return true;
        }));
    }

    private static List<Reserved> taken(Handle handle, UUID reservation) {
        return handle.createQuery("DELETE FROM llm_reservations WHERE id = :id RETURNING *")
                .bind("id", reservation)
                .map((row, context) -> reserved(row))
                .list();
    }

    private static void ofDay(Handle handle, Reserved reserved, long tokens, BigDecimal money) {
        handle.createUpdate("""
                        UPDATE llm_days SET reserved_tokens = reserved_tokens - :reserved,
                            reserved_money = reserved_money - :reservedMoney,
                            spent_tokens = spent_tokens + :tokens, spent_money = spent_money + :money
                        WHERE day = :day
                        """)
                .bind("day", reserved.item().day())
                .bind("reserved", reserved.amount().tokens())
                .bind("reservedMoney", reserved.amount().money())
                .bind("tokens", tokens)
                .bind("money", money)
                .execute();
    }

    @Override
    public void fromCache(Item item, String currency) {
        SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            spending.add(handle, item, currency, JdbiSpending.Entry.FROM_CACHE);
            return true;
        }));
    }

    @Override
    public int settleExpired(Instant now) {
        int settled = 0;
        while (settleOneExpired(now)) {
            settled++;
        }
        return settled;
    }

    /** In a transaction of its own, which never holds the rows of two. */
    private boolean settleOneExpired(Instant now) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            List<Reserved> left = handle.createQuery("""
                            DELETE FROM llm_reservations WHERE id IN (SELECT id FROM llm_reservations
                                WHERE expires_at < :now ORDER BY expires_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                            RETURNING *
                            """)
                    .bind("now", Columns.requiredTime(now))
                    .map((row, context) -> reserved(row))
                    .list();
            left.forEach(reserved -> book(handle, reserved, reserved.amount(), 0, End.FAILED));
            return !left.isEmpty();
        }));
    }
}
