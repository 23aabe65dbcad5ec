package io.callscope.analytics.views;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.database.SqlFailures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Kept filters in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiSavedViews implements SavedViews {
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String SELECT = "SELECT view_id, owner, name, query, shared FROM saved_views";
    private static final String OFFERED = "(owner = :login OR shared)";

    private final Jdbi jdbi;
    private final Clock clock;

    public JdbiSavedViews(DataSource dataSource, Clock clock) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.clock = clock;
    }

    @Override
    public List<SavedView> offeredTo(String login) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " WHERE " + OFFERED + " ORDER BY owner <> :login, lower(name), view_id LIMIT :most")
                .bind("login", login)
                .bind("most", 3 * MOST)
                .map((row, context) -> view(row))
                .list()));
    }

    @Override
    public Optional<SavedView> find(long id, String login) {
        return SqlFailures.translating(
                () -> jdbi.withHandle(handle -> handle.createQuery(SELECT + " WHERE view_id = :id AND " + OFFERED)
                        .bind("id", id)
                        .bind("login", login)
                        .map((row, context) -> view(row))
                        .findOne()));
    }

    private static SavedView view(ResultSet row) throws SQLException {
        return new SavedView(
                row.getLong("view_id"),
                Columns.required(row, "owner"),
                Columns.required(row, "name"),
                Columns.required(row, "query"),
                row.getBoolean("shared"));
    }

    @Override
    public Outcome save(String owner, String name, String query, boolean isShared) {
        SavedView.requireName(name);
        return changing(
                handle -> handle.createUpdate("""
                                INSERT INTO saved_views (owner, name, query, shared, changed_at)
                                SELECT :owner, :name, :query, :shared, :now
                                WHERE (SELECT count(*) FROM saved_views WHERE owner = :owner) < :most
                                """)
                        .bind("owner", owner)
                        .bind("name", PgText.clean(name))
                        .bind("query", query)
                        .bind("shared", isShared)
                        .bind("now", Columns.time(clock.instant()))
                        .bind("most", MOST)
                        .execute(),
                Outcome.TOO_MANY);
    }

    @Override
    public Outcome change(long id, String owner, String name, boolean isShared) {
        SavedView.requireName(name);
        return changing(
                handle -> handle.createUpdate("""
                                UPDATE saved_views SET name = :name, shared = :shared, changed_at = :now
                                WHERE view_id = :id AND owner = :owner
                                """)
                        .bind("id", id)
                        .bind("owner", owner)
                        .bind("name", PgText.clean(name))
                        .bind("shared", isShared)
                        .bind("now", Columns.time(clock.instant()))
                        .execute(),
                Outcome.UNKNOWN);
    }

    private Outcome changing(ToIntFunction<Handle> change, Outcome ofNothing) {
        return SqlFailures.translating(() -> {
            try {
                return jdbi.withHandle(change::applyAsInt) == 1 ? Outcome.DONE : ofNothing;
            } catch (JdbiException e) {
                if (e.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                    return Outcome.NAME_TAKEN;
                }
                throw e;
            }
        });
    }

    @Override
    public boolean delete(long id, String owner) {
        return SqlFailures.translating(() -> jdbi.withHandle(
                handle -> handle.createUpdate("DELETE FROM saved_views WHERE view_id = :id AND owner = :owner")
                                .bind("id", id)
                                .bind("owner", owner)
                                .execute()
                        == 1));
    }
}
