package io.callscope.analytics.reanalyze;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Reanalyses in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiReanalyses implements Reanalyses, ReanalysisLog {
    private static final TypeReference<Difference> DIFFERENCE = new TypeReference<>() {};

    private static final String READ = """
            SELECT r.*, (SELECT count(*) FROM renewed_calls c WHERE c.reanalysis_id = r.reanalysis_id) AS renewed
            FROM reanalyses r
            """;

    /** Any number that no other advisory lock of the schema has. */
    private static final long LOCK = 0x7265_616e_616cL;

    private final Jdbi jdbi;

    public JdbiReanalyses(DataSource dataSource) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
    }

    @Override
    public List<Reanalysis> latest(int most, TeamScope scope) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            List<Reanalysis> found = handle.createQuery(READ + " ORDER BY reanalysis_id DESC LIMIT :most")
                    .bind("most", most)
                    .map((row, context) -> reanalysis(row))
                    .list();
            return found.stream().map(one -> visible(handle, one, scope)).toList();
        }));
    }

    @Override
    public Optional<Reanalysis> find(long number, TeamScope scope) {
        return SqlFailures.translating(() ->
                jdbi.inTransaction(handle -> handle.createQuery(READ + " WHERE reanalysis_id = :number")
                        .bind("number", number)
                        .map((row, context) -> reanalysis(row))
                        .findOne()
                        .map(one -> visible(handle, one, scope))));
    }

    private static Reanalysis visible(Handle handle, Reanalysis one, TeamScope scope) {
        Conditions conditions = VisibleCalls.to(scope)
                .add("c.call_id = ANY(%s)", examples(one.difference()).toArray(String[]::new));
        Set<String> seen = new HashSet<>(conditions
                .bindTo(handle.createQuery("SELECT c.call_id FROM calls c " + conditions.where()))
                .mapTo(String.class)
                .list());
        return new Reanalysis(
                one.number(),
                one.config(),
                one.from(),
                one.to(),
                one.byName(),
                one.comparedAt(),
                one.difference().visible(seen::contains),
                one.applyingAt(),
                one.appliedAt(),
                one.renewed(),
                one.passedOver());
    }

    private static List<String> examples(Difference difference) {
        Stream<Example> ofChanges = Stream.of(difference.codes(), difference.signals(), difference.flags())
                .flatMap(List::stream)
                .flatMap(change -> Stream.concat(change.gainedExamples().stream(), change.lostExamples().stream()));
        Stream<Example> ofMoves = Stream.of(difference.reasons(), difference.resolutions(), difference.verdicts())
                .flatMap(List::stream)
                .flatMap(move -> move.examples().stream());
        return Stream.concat(ofChanges, ofMoves).map(Example::callId).distinct().toList();
    }

    private static Reanalysis reanalysis(ResultSet row) throws SQLException {
        return new Reanalysis(
                row.getLong("reanalysis_id"),
                Columns.required(row, "config"),
                Columns.requiredInstant(row, "from_at"),
                Columns.requiredInstant(row, "to_at"),
                Columns.required(row, "by_name"),
                Columns.requiredInstant(row, "compared_at"),
                Columns.fromJson(Columns.required(row, "difference"), DIFFERENCE),
                Columns.instant(row, "applying_at"),
                Columns.instant(row, "applied_at"),
                row.getLong("renewed"),
                row.getLong("passed_over"));
    }

    @Override
    public long compared(Order order, Difference difference, Instant at) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO reanalyses (config, from_at, to_at, by_name, compared_at, calls, changed, difference)
                        VALUES (:config, :from, :to, :by, :at, :calls, :changed, CAST(:difference AS jsonb))
                        RETURNING reanalysis_id
                        """)
                .bind("config", order.config())
                .bind("from", Columns.time(order.from()))
                .bind("to", Columns.time(order.to()))
                .bind("by", PgText.clean(order.byName()))
                .bind("at", Columns.time(at))
                .bind("calls", difference.calls())
                .bind("changed", difference.changed())
                .bind("difference", Columns.json(difference))
                .mapTo(Long.class)
                .one()));
    }

    @Override
    public void applying(long number, Instant at) {
        note("UPDATE reanalyses SET applying_at = :at WHERE reanalysis_id = :number", number, at);
    }

    @Override
    public void applied(long number, Instant at) {
        note("UPDATE reanalyses SET applied_at = :at WHERE reanalysis_id = :number", number, at);
    }

    private void note(String sql, long number, Instant at) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate(sql)
                .bind("at", Columns.time(at))
                .bind("number", number)
                .execute()));
    }

    @Override
    public void passedOver(long number, long passedOver) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate(
                        "UPDATE reanalyses SET passed_over = passed_over + :over WHERE reanalysis_id = :number")
                .bind("over", passedOver)
                .bind("number", number)
                .execute()));
    }

    @Override
    public Turn takeTurn() {
        // a lock of the connection: the server lets go of it when the process ends
        return SqlFailures.translating(() -> {
            Handle handle = jdbi.open();
            boolean taken = false;
            try {
                taken = handle.createQuery("SELECT pg_try_advisory_lock(:lock)")
                        .bind("lock", LOCK)
                        .mapTo(Boolean.class)
                        .one();
            } finally {
                if (!taken) {
                    handle.close();
                }
            }
            if (!taken) {
                throw new IllegalStateException("another reanalysis is being put in force: expected one at a time");
            }
            return () -> release(handle);
        });
    }

    private static void release(Handle handle) {
        try (handle) {
            handle.createQuery("SELECT pg_advisory_unlock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one();
        }
    }
}
