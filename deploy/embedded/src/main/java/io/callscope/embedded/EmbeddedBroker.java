package io.callscope.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A single-node Kafka broker (KRaft) in this process, with its data in a folder that survives restarts and
 * {@code kill -9}. Acknowledged records are in the page cache: safe against killed processes; a topic that must be safe
 * against power loss sets {@code flush.messages}.
 *
 * <p>A fatal fault of the broker halts its whole process, so in production it has a process of its own. Thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int NODE_ID = 1;
    private static final String PART = "Kafka broker";

    private final DataFolder folder;
    private final KafkaRaftServer server;
    private final String bootstrapServers;
    private boolean closed;

    private EmbeddedBroker(DataFolder folder, KafkaRaftServer server, String bootstrapServers) {
        this.folder = folder;
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts the broker; returns when it takes requests, some 3 seconds on an idle machine.
     *
     * @param dataDir made and formatted where absent; reused otherwise, whatever ports it had
     * @param port for clients
     * @param controllerPort for the broker's talk with itself
     * @throws EmbeddedStartException when a port is taken or the folder cannot be used
     */
    public static EmbeddedBroker start(Path dataDir, int port, int controllerPort) {
        Ports.requireFree(PART, port);
        Ports.requireFree(PART + "'s controller", controllerPort);
        DataFolder folder = DataFolder.claim(dataDir, PART);
        try {
            Path logDir = folder.resolve("log");
            formatOnce(logDir);
            KafkaRaftServer server =
                    new KafkaRaftServer(new KafkaConfig(properties(logDir, port, controllerPort)), Time.SYSTEM);
            startOrStop(server);
            return new EmbeddedBroker(folder, server, "127.0.0.1:" + port);
        } catch (Exception e) {
            folder.close();
            throw new EmbeddedStartException(
                    "the %s in %s could not start: %s".formatted(PART, folder.path(), e.getMessage()), e);
        }
    }

    private static void startOrStop(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException e) {
            server.shutdown();
            throw e;
        }
    }

    private static void formatOnce(Path logDir) throws Exception {
        // Written last and atomically by the formatter: where it is, formatting was finished.
        if (Files.exists(logDir.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(logDir);
        new Formatter()
                .setPrintStream(silent())
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setNodeId(NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(logDir.toString()))
                .setMetadataLogDirectory(logDir.toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName("CONTROLLER")
                .run();
    }

    private static PrintStream silent() throws IOException {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private static Map<String, String> properties(Path logDir, int port, int controllerPort) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
        properties.put(
                "listeners", "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("log.dirs", logDir.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");
        // A quarter of the default lets a restarted broker take requests seconds earlier.
        properties.put("broker.session.timeout.ms", "2000");
        properties.put("broker.heartbeat.interval.ms", "500");
        // The default of 128 MiB is most of the broker's heap; the compacted topics here are small.
        properties.put("log.cleaner.dedupe.buffer.size", "4194304");
        for (String internal : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            properties.put(internal + ".replication.factor", "1");
            properties.put(internal + ".num.partitions", "4");
        }
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        return properties;
    }

    /** {@code host:port} for clients. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Waits until the broker has ended, by {@link #close} from another thread. */
    public void awaitEnd() {
        server.awaitShutdown();
    }

    /** Stops the broker and lets the next one into the folder. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.shutdown();
            server.awaitShutdown();
        } finally {
            folder.close();
        }
    }
}
