package io.callscope.ingest.server;

import io.callscope.embedded.EmbeddedBroker;
import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.embedded.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The embedded broker and database, with their data under {@code target}. The broker can be taken away for a while. */
public final class EmbeddedServers implements TestServers {
    private final Path folder;
    private final List<Integer> ports = Ports.free(3);
    private final EmbeddedDatabase database;
    private EmbeddedBroker broker;

    private EmbeddedServers(Path folder) {
        this.folder = folder;
        this.database = EmbeddedDatabase.start(folder.resolve("database"), ports.get(0));
        startBroker();
    }

    public static EmbeddedServers start() {
        try {
            return new EmbeddedServers(
                    Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), "servers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void stopBroker() {
        broker.close();
    }

    public void startBroker() {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), ports.get(1), ports.get(2));
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    @Override
    public String databaseUser() {
        return database.user();
    }

    @Override
    public String databasePassword() {
        return database.password();
    }

    @Override
    public void close() {
        broker.close();
        database.close();
    }
}
