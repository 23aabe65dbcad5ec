package io.callscope.analytics.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.ResultIterator;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The log in PostgreSQL. Rows are written one at a time, because each needs the hash before it. Thread-safe. */
public final class JdbiAuditLog implements AuditLog, AuditTrail {
    private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};
    /** Any fixed number serves; it only must not be used for anything else. */
    private static final long LOCK = 0x61756469746c6fL;

    private static final int FETCH_ROWS = 1_000;

    private final Jdbi jdbi;
    private final Clock clock;

    public JdbiAuditLog(DataSource dataSource, Clock clock) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        this.clock = clock;
    }

    private record Head(long seq, String hash) {}

    @Override
    public void append(AuditEvent event) {
        SqlFailures.translating(() -> {
            jdbi.useTransaction(handle -> append(handle, event));
            return true;
        });
    }

    private void append(Handle handle, AuditEvent event) {
        handle.createQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(:lock)) AS locked")
                .bind("lock", LOCK)
                .mapTo(Integer.class)
                .one();
        Head head = head(handle);
        long seq = head.seq() + 1;
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        handle.createUpdate("""
                        INSERT INTO audit_log (seq, at, login, action, call_ids, detail, hash)
                        VALUES (:seq, :at, :login, :action, :calls, CAST(:detail AS jsonb), :hash)
                        """)
                .bind("seq", seq)
                .bind("at", Columns.time(at))
                .bind("login", event.login())
                .bind("action", event.action().id())
                .bindArray(
                        "calls",
                        String.class,
                        event.calls().stream().map(CallId::value).toList())
                .bind("detail", Columns.json(event.detail()))
                .bind("hash", HexFormat.of().parseHex(AuditChain.hash(head.hash(), seq, at, event)))
                .execute();
    }

    private static Head head(Handle handle) {
        return handle.createQuery("SELECT seq, hash FROM audit_log ORDER BY seq DESC LIMIT 1")
                .map((row, context) ->
                        new Head(row.getLong("seq"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .findOne()
                .orElse(new Head(0, AuditChain.START));
    }

    @Override
    public List<AuditRow> newest(Filter filter, long before, int limit) {
        Conditions conditions = new Conditions().add("seq < %s", before);
        if (filter.login() != null) {
            conditions.add("login = %s", filter.login());
        }
        if (filter.action() != null) {
            conditions.add("action = %s", filter.action().id());
        }
        if (filter.callId() != null) {
            conditions.add("call_ids @> ARRAY[%s]::text[]", filter.callId());
        }
        if (filter.from() != null) {
            conditions.add("at >= %s", Columns.requiredTime(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("at < %s", Columns.requiredTime(filter.to()));
        }
        String sql = "SELECT * FROM audit_log " + conditions.where() + " ORDER BY seq DESC LIMIT :limit";
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list()));
    }

    @Override
    public void readAll(Predicate<AuditRow> reader) {
        SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            // a cursor, because the log may be larger than memory; PostgreSQL fetches in steps only inside a
            // transaction
            try (ResultIterator<AuditRow> rows = handle.createQuery("SELECT * FROM audit_log ORDER BY seq")
                    .setFetchSize(FETCH_ROWS)
                    .map((row, context) -> row(row))
                    .iterator()) {
                boolean more = true;
                while (more && rows.hasNext()) {
                    more = reader.test(Objects.requireNonNull(rows.next()));
                }
            }
            return true;
        }));
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        try {
            return readable(row);
        } catch (IllegalArgumentException e) {
            // somebody wrote into the table by hand
            throw new IllegalStateException(
                    "row %d of the audit cannot be read: %s".formatted(row.getLong("seq"), e.getMessage()), e);
        }
    }

    private static AuditRow readable(ResultSet row) throws SQLException {
        String[] calls = (String[]) row.getArray("call_ids").getArray();
        AuditEvent event = new AuditEvent(
                Columns.required(row, "login"),
                AuditAction.ofId(Columns.required(row, "action")),
                Arrays.stream(calls).map(CallId::new).toList(),
                Columns.fromJson(Columns.required(row, "detail"), DETAIL));
        return new AuditRow(
                row.getLong("seq"),
                Columns.requiredInstant(row, "at"),
                event,
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
