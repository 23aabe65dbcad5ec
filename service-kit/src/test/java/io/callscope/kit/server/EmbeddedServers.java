package io.callscope.kit.server;

import io.callscope.embedded.EmbeddedBroker;
import io.callscope.embedded.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The embedded broker, with its data under {@code target}. */
public final class EmbeddedServers implements TestServers {
    private final EmbeddedBroker broker;

    private EmbeddedServers(EmbeddedBroker broker) {
        this.broker = broker;
    }

    public static EmbeddedServers start() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), "kafka");
            List<Integer> ports = Ports.free(2);
            return new EmbeddedServers(EmbeddedBroker.start(folder, ports.get(0), ports.get(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public void close() {
        broker.close();
    }
}
