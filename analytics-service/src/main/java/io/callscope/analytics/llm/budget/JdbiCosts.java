package io.callscope.analytics.llm.budget;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.model.call.CallId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Costs out of the book in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiCosts implements Costs {
    private final Jdbi jdbi;
    private final ZoneId zone;

    /**
     * @param zone the site's, in which days are counted
     */
    public JdbiCosts(DataSource dataSource, ZoneId zone) {
        this.jdbi = Jdbi.create(dataSource);
        this.zone = zone;
    }

    @Override
    public Report report(LocalDate from, LocalDate to) {
        return SqlFailures.translating(() -> jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> new Report(from, to, days(handle, from, to), lines(handle, from, to))));
    }

    private List<Day> days(Handle handle, LocalDate from, LocalDate to) {
        return handle.createQuery("""
                        WITH asked AS (SELECT day, sum(calls) AS calls FROM
                                (SELECT day, model, max(calls) AS calls FROM llm_spending
                                    WHERE day BETWEEN :from AND :to GROUP BY day, model) AS by_model GROUP BY day),
                            waiting AS (SELECT (parked_at AT TIME ZONE :zone)::date AS day, count(*) AS parked
                                FROM parked_calls GROUP BY 1)
                        SELECT coalesce(d.day, a.day, w.day) AS day, coalesce(d.spent_tokens, 0) AS spent_tokens,
                            coalesce(d.spent_money, 0) AS spent_money, coalesce(d.reserved_tokens, 0) AS reserved_tokens,
                            coalesce(d.reserved_money, 0) AS reserved_money, coalesce(a.calls, 0) AS calls,
                            coalesce(w.parked, 0) AS parked
                        FROM llm_days d FULL JOIN asked a ON a.day = d.day
                            FULL JOIN waiting w ON w.day = coalesce(d.day, a.day)
                        WHERE coalesce(d.day, a.day, w.day) BETWEEN :from AND :to ORDER BY 1 DESC
                        """)
                .bind("from", from)
                .bind("to", to)
                .bind("zone", zone.getId())
                .map((row, context) -> new Day(
                        day(row),
                        row.getLong("spent_tokens"),
                        money(row, "spent_money"),
                        row.getLong("reserved_tokens"),
                        money(row, "reserved_money"),
                        row.getLong("calls"),
                        row.getLong("parked")))
                .list();
    }

    private static List<Line> lines(Handle handle, LocalDate from, LocalDate to) {
        return handle.createQuery("""
                        SELECT * FROM llm_spending WHERE day BETWEEN :from AND :to
                        ORDER BY day DESC, model, task, currency
                        """)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> new Line(
                        day(row),
                        Columns.required(row, "model"),
                        Columns.required(row, "task"),
                        Columns.required(row, "currency"),
                        row.getLong("calls"),
                        row.getLong("estimated"),
                        sums(row)))
                .list();
    }

    @Override
    public List<TaskCost> ofCall(CallId call) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT model, task, currency, sum(requests) AS requests, sum(from_cache) AS from_cache,
                            sum(failed) AS failed, sum(input_tokens) AS input_tokens, sum(cached_tokens) AS cached_tokens,
                            sum(output_tokens) AS output_tokens, sum(money) AS money, sum(millis) AS millis
                        FROM llm_call_spending WHERE call_id = :call GROUP BY model, task, currency
                        ORDER BY model, task, currency
                        """)
                .bind("call", call.value())
                .map((row, context) -> new TaskCost(
                        Columns.required(row, "model"),
                        Columns.required(row, "task"),
                        Columns.required(row, "currency"),
                        sums(row)))
                .list()));
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return Objects.requireNonNull(row.getObject("day", LocalDate.class), "day");
    }

    private static BigDecimal money(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getBigDecimal(column), column);
    }

    private static Sums sums(ResultSet row) throws SQLException {
        return new Sums(
                row.getLong("requests"),
                row.getLong("from_cache"),
                row.getLong("failed"),
                row.getLong("input_tokens"),
                row.getLong("cached_tokens"),
                row.getLong("output_tokens"),
                money(row, "money"),
                row.getLong("millis"));
    }
}
