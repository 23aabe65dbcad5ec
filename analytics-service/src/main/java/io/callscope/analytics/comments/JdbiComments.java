package io.callscope.analytics.comments;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Comments in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiComments implements Comments {
    private static final String VISIBLE_CALL =
            "SELECT 1 FROM calls WHERE call_id = :call_id AND (:every_team OR team = ANY(:teams))";

    private static final String INSERT = """
            INSERT INTO comments (call_id, number, at_ms, author_login, author_name, text, created_at)
            SELECT :call_id, coalesce(max(number), 0) + 1, CAST(:at_ms AS bigint), :login, :name, :text, :now
            FROM comments WHERE call_id = :call_id
            RETURNING *
            """;

    private static final String SELECT = """
            SELECT * FROM comments WHERE call_id = :call_id AND deleted_at IS NULL
            AND EXISTS (%s) ORDER BY at_ms NULLS FIRST, number
            """.formatted(VISIBLE_CALL);

    private static final String DELETE = """
            UPDATE comments SET deleted_at = :now
            WHERE call_id = :call_id AND number = :number AND author_login = :login AND deleted_at IS NULL
            AND created_at > :since AND EXISTS (%s)
            """.formatted(VISIBLE_CALL);

    private final Jdbi jdbi;

    public JdbiComments(DataSource dataSource) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
    }

    @Override
    public Optional<Comment> add(NewComment comment, Instant now) {
        CallId callId = comment.callId();
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            // the row's lock keeps two comments from taking one number, and the call from going meanwhile
            boolean visible = visible(
                            handle.createQuery(VISIBLE_CALL + " FOR UPDATE"),
                            callId,
                            comment.author().scope())
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            return visible
                    ? Optional.of(handle.createQuery(INSERT)
                            .bind("call_id", callId.value())
                            .bind("at_ms", comment.atMs())
                            .bind("login", comment.author().login())
                            .bind("name", PgText.clean(comment.author().name()))
                            .bind("text", PgText.clean(comment.text()))
                            .bind("now", Columns.time(now))
                            .map((row, context) -> comment(row))
                            .one())
                    : Optional.empty();
        }));
    }

    @Override
    public List<Comment> on(CallId callId, TeamScope scope) {
        return SqlFailures.translating(
                () -> jdbi.withHandle(handle -> visible(handle.createQuery(SELECT), callId, scope)
                        .map((row, context) -> comment(row))
                        .list()));
    }

    @Override
    public boolean delete(CallId callId, int number, User user, Instant now) {
        return SqlFailures.translating(() ->
                        jdbi.withHandle(handle -> visible(handle.createUpdate(DELETE), callId, user.scope())
                                .bind("number", number)
                                .bind("login", user.login())
                                .bind("now", Columns.time(now))
                                .bind("since", Columns.time(now.minus(Comment.REGRET)))
                                .execute()))
                == 1;
    }

    private static <S extends SqlStatement<S>> S visible(S statement, CallId callId, TeamScope scope) {
        return statement
                .bind("call_id", callId.value())
                .bind("every_team", scope.everyTeam())
                .bindArray("teams", String.class, List.copyOf(scope.teams()));
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                new CallId(Columns.required(row, "call_id")),
                row.getInt("number"),
                Columns.longValue(row, "at_ms"),
                Columns.required(row, "author_login"),
                Columns.required(row, "author_name"),
                Columns.required(row, "text"),
                Columns.requiredInstant(row, "created_at"));
    }
}
