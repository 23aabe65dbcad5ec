package io.callscope.standalone.command;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A real database, and the {@code analytics.yaml} that names it to a command. Close it. */
final class CommandDatabase implements AutoCloseable {
    private final EmbeddedDatabase server;
    private final Path config;

    private CommandDatabase(EmbeddedDatabase server, Path config) {
        this.server = server;
        this.config = config;
    }

    /** With the shipped configuration. */
    static CommandDatabase start(Path folder) throws IOException {
        return start(folder, Path.of("..", "config").toAbsolutePath().normalize(), "");
    }

    /**
     * @param folder for its files
     * @param configDir the folder with the codebook
     * @param more sections of analytics.yaml
     */
    static CommandDatabase start(Path folder, Path configDir, String more) throws IOException {
        EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("db"), Ports.free());
        Files.writeString(folder.resolve("password"), server.password());
        Path config = Files.writeString(
                folder.resolve("analytics.yaml"), """
                kafka: {bootstrapServers: "localhost:9"}
                database: {url: "%s", user: "%s", password: "file:password"}
                configDir: "%s"
                workDir: .
                %s""".formatted(server.jdbcUrl(), server.user(), configDir, more));
        CommandDatabase database = new CommandDatabase(server, config);
        database.open().close();
        return database;
    }

    AnalyticsDatabase open() {
        return AnalyticsDatabase.open(
                new DatabaseConfig(server.jdbcUrl(), server.user(), new Secret(server.password()), 2));
    }

    Path config() {
        return config;
    }

    /** Sees the tables of analytics. */
    Connection connection() throws SQLException {
        Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        connection.setSchema("analytics");
        return connection;
    }

    void sql(String... statements) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** What a query for one number gives. */
    long count(String query) throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Runs a command on it. */
    Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--config", config.toString()));
        return Ran.of(all);
    }

    @Override
    public void close() {
        server.close();
    }
}
