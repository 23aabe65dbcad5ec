package io.callscope.analytics.server;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL, started once for all tests of the module; every caller gets an empty database of his own. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    private static final class Holder {
        private static final EmbeddedDatabase SERVER = started();

        private static EmbeddedDatabase started() {
            try {
                Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), "db");
                EmbeddedDatabase server =
                        EmbeddedDatabase.start(folder, Ports.free(1).get(0));
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                // what these tests store need not outlive the machine
                as(server, "ALTER SYSTEM SET fsync = off");
                as(server, "ALTER SYSTEM SET synchronous_commit = off");
                as(server, "ALTER SYSTEM SET full_page_writes = off");
                as(server, "SELECT pg_reload_conf()");
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Brought to the newest version once: copying it is quicker than every step again. */
    private static final class Newest {
        private static final String NAME = made();

        private static String made() {
            DatabaseConfig config = emptyConfig();
            AnalyticsDatabase.open(config).close();
            return config.url().replaceFirst("\\?.*$", "").replaceFirst(".*/", "");
        }
    }

    /** Where an empty database is reached, without any table. */
    public static DatabaseConfig emptyConfig() {
        return created("template1");
    }

    private static DatabaseConfig created(String template) {
        EmbeddedDatabase server = Holder.SERVER;
        String name = "t" + COUNT.incrementAndGet();
        as(server, "CREATE DATABASE %s OWNER %s TEMPLATE %s".formatted(name, server.user(), template));
        String url = server.jdbcUrl().replaceFirst("/[a-z]+(\\?.*)?$", "/" + name + "$1");
        return new DatabaseConfig(url, server.user(), new Secret(server.password()), 8);
    }

    private static void as(EmbeddedDatabase server, String sql) {
        try (Connection admin = DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password());
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test's server does not do: " + sql, e);
        }
    }

    /** An empty database of the newest version; close it. */
    public static AnalyticsDatabase empty() {
        return AnalyticsDatabase.open(created(Newest.NAME));
    }
}
