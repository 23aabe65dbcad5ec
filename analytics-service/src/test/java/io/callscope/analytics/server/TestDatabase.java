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
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Where an empty database is reached. */
    public static DatabaseConfig emptyConfig() {
        EmbeddedDatabase server = Holder.SERVER;
        String name = "t" + COUNT.incrementAndGet();
        try (Connection admin = DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password());
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, server.user()));
        } catch (SQLException e) {
            throw new IllegalStateException("no database for the test", e);
        }
        String url = server.jdbcUrl().replaceFirst("/[a-z]+(\\?.*)?$", "/" + name + "$1");
        return new DatabaseConfig(url, server.user(), new Secret(server.password()), 8);
    }

    /** An empty database brought to the newest version; close it. */
    public static AnalyticsDatabase empty() {
        return AnalyticsDatabase.open(emptyConfig());
    }
}
