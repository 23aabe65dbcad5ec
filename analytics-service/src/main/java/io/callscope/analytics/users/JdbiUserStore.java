package io.callscope.analytics.users;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Accounts in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiUserStore implements UserStore {
    /** Noting every request would write a row for each. */
    private static final Duration SEEN_AGAIN_AFTER = Duration.ofMinutes(1);

    private final Jdbi jdbi;

    public JdbiUserStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    @Override
    public List<Account> accounts() {
        return with(handle -> handle.createQuery("SELECT * FROM users ORDER BY login")
                .map((row, context) -> account(row))
                .list());
    }

    @Override
    public Optional<Account> account(String login) {
        return with(handle -> handle.createQuery("SELECT * FROM users WHERE login = :login")
                .bind("login", login)
                .map((row, context) -> account(row))
                .findOne());
    }

    @Override
    public boolean add(Account account) {
        User user = account.user();
        return with(handle -> handle.createUpdate("""
                        INSERT INTO users (login, name, role, every_team, teams, password_hash, enabled, created_at,
                            password_set_at)
                        VALUES (:login, :name, :role, :every_team, :teams, :hash, :enabled, :at, :at)
                        ON CONFLICT DO NOTHING
                        """)
                        .bind("login", user.login())
                        .bind("name", user.name())
                        .bind("role", user.role().id())
                        .bind("every_team", user.scope().everyTeam())
                        .bindArray("teams", String.class, user.scope().teams())
                        .bind("hash", account.passwordHash())
                        .bind("enabled", account.enabled())
                        .bind("at", Columns.time(account.createdAt()))
                        .execute())
                == 1;
    }

    @Override
    public boolean setEnabled(String login, boolean enabled) {
        return with(handle -> {
            signOutEverywhere(handle, login);
            return handle.createUpdate("UPDATE users SET enabled = :enabled WHERE login = :login")
                            .bind("enabled", enabled)
                            .bind("login", login)
                            .execute()
                    == 1;
        });
    }

    @Override
    public boolean setPasswordHash(String login, String passwordHash, Instant at) {
        return with(handle -> {
            signOutEverywhere(handle, login);
            return handle.createUpdate(
                                    "UPDATE users SET password_hash = :hash, password_set_at = :at WHERE login = :login")
                            .bind("hash", passwordHash)
                            .bind("at", Columns.time(at))
                            .bind("login", login)
                            .execute()
                    == 1;
        });
    }

    private static void signOutEverywhere(Handle handle, String login) {
        handle.createUpdate("DELETE FROM sign_ins WHERE login = :login")
                .bind("login", login)
                .execute();
    }

    @Override
    public long enabledCount() {
        return with(handle -> handle.createQuery("SELECT count(*) FROM users WHERE enabled")
                .mapTo(Long.class)
                .one());
    }

    /** Forgets at the same time what has long ended: whoever closes his browser never signs out. */
    @Override
    public void signedIn(TokenHash token, String login, Instant at) {
        with(handle -> {
            handle.createUpdate("DELETE FROM sign_ins WHERE created_at < :ended")
                    .bind("ended", Columns.time(at.minus(SignInLimits.MOST)))
                    .execute();
            return handle.createUpdate(
                            "INSERT INTO sign_ins (token_hash, login, created_at, seen_at) VALUES (:token, :login, :at, :at)")
                    .bind("token", bytes(token))
                    .bind("login", login)
                    .bind("at", Columns.time(at))
                    .execute();
        });
    }

    @Override
    public Optional<User> seen(TokenHash token, Instant now, Instant notSeenSince, Instant signedInSince) {
        return with(handle -> {
            Optional<Seen> seen = handle.createQuery("""
                            SELECT u.*, s.seen_at, s.created_at AS signed_in_at FROM sign_ins s JOIN users u USING (login)
                            WHERE s.token_hash = :token AND u.enabled
                            """)
                    .bind("token", bytes(token))
                    .map((row, context) -> new Seen(
                            account(row).user(),
                            Columns.requiredInstant(row, "seen_at"),
                            Columns.requiredInstant(row, "signed_in_at")))
                    .findOne();
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            Seen found = seen.get();
            if (found.at().isBefore(notSeenSince) || found.signedInAt().isBefore(signedInSince)) {
                forget(handle, token);
                return Optional.empty();
            }
            if (found.at().plus(SEEN_AGAIN_AFTER).isBefore(now)) {
                handle.createUpdate("UPDATE sign_ins SET seen_at = :now WHERE token_hash = :token")
                        .bind("now", Columns.time(now))
                        .bind("token", bytes(token))
                        .execute();
            }
            return Optional.of(found.user());
        });
    }

    private record Seen(User user, Instant at, Instant signedInAt) {}

    @Override
    public void signedOut(TokenHash token) {
        with(handle -> forget(handle, token));
    }

    private static int forget(Handle handle, TokenHash token) {
        return handle.createUpdate("DELETE FROM sign_ins WHERE token_hash = :token")
                .bind("token", bytes(token))
                .execute();
    }

    private static byte[] bytes(TokenHash token) {
        return HexFormat.of().parseHex(token.hex());
    }

    private static Account account(ResultSet row) throws SQLException {
        Array teams = row.getArray("teams");
        TeamScope scope =
                row.getBoolean("every_team") ? TeamScope.all() : TeamScope.of(Set.of((String[]) teams.getArray()));
        return new Account(
                new User(
                        Columns.required(row, "login"),
                        Columns.required(row, "name"),
                        Role.ofId(Columns.required(row, "role")),
                        scope),
                row.getString("password_hash"),
                row.getBoolean("enabled"),
                Columns.requiredInstant(row, "created_at"));
    }

    private <T> T with(Function<Handle, T> work) {
        return SqlFailures.translating(() -> jdbi.inTransaction(work::apply));
    }
}
