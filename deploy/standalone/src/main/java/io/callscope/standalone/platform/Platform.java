package io.callscope.standalone.platform;

import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.standalone.supervise.ChildSpec;
import io.callscope.standalone.supervise.Leftovers;
import io.callscope.standalone.supervise.ReadyProbe;
import io.callscope.standalone.supervise.Supervisor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything on one machine: broker and database first, then the services. Thread-safe after {@link #prepare}. */
public final class Platform implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofSeconds(120);
    /** A service drains for at most 10 s. */
    private static final Duration SERVICE_STOP_PATIENCE = Duration.ofSeconds(15);

    private static final Duration STORE_STOP_PATIENCE = Duration.ofSeconds(40);

    private final Supervisor supervisor;

    private Platform(Supervisor supervisor) {
        this.supervisor = supervisor;
    }

    /**
     * Clears away what a killed run left, checks the ports, deletes the data where that is wished, and writes the services' configuration. The caller holds the
     * {@link InstanceLock}.
     *
     * @param mains the main class of each part
     * @throws PortTakenException when another program has a port
     */
    static Platform prepare(
            DataLayout layout, PortPlan ports, Map<Part, String> mains, boolean fresh, Consumer<String> notices)
            throws IOException, InterruptedException {
        Leftovers.clear(layout.run(), List.copyOf(mains.values()), notices);
        EmbeddedDatabase.stopOrphanOf(layout.database());
        ports.requireFree();
        if (fresh) {
            layout.deleteAllButModels();
        }
        for (Path folder : List.of(layout.models(), layout.spool(), layout.work())) {
            Files.createDirectories(folder);
        }
        List<List<ChildSpec>> stages = List.of(
                List.of(broker(layout, ports, mains), database(layout, ports, mains)), services(layout, ports, mains));
        return new Platform(new Supervisor(stages, layout.logs(), layout.run(), START_PATIENCE, notices));
    }

    private static ChildSpec broker(DataLayout layout, PortPlan ports, Map<Part, String> mains) throws IOException {
        Path ready = freshReadyFile(layout, Part.BROKER);
        List<String> arguments = List.of(
                layout.broker().toString(),
                Integer.toString(ports.broker()),
                Integer.toString(ports.controller()),
                ready.toString());
        return spec(Part.BROKER, mains, arguments, ReadyProbe.file(ready), STORE_STOP_PATIENCE);
    }

    private static ChildSpec database(DataLayout layout, PortPlan ports, Map<Part, String> mains) throws IOException {
        Path ready = freshReadyFile(layout, Part.DATABASE);
        List<String> arguments =
                List.of(layout.database().toString(), Integer.toString(ports.database()), ready.toString());
        return spec(Part.DATABASE, mains, arguments, ReadyProbe.file(ready), STORE_STOP_PATIENCE);
    }

    private static List<ChildSpec> services(DataLayout layout, PortPlan ports, Map<Part, String> mains)
            throws IOException {
        ServiceConfigs configs = new ServiceConfigs(layout, ports);
        Map<Part, Integer> opsPorts = Map.of(
                Part.INGEST, ports.ingestOps(),
                Part.TRANSCRIBE, ports.transcribeOps(),
                Part.ANALYTICS, ports.analyticsOps());
        List<ChildSpec> specs = new ArrayList<>();
        for (Part part : List.of(Part.INGEST, Part.TRANSCRIBE, Part.ANALYTICS)) {
            URI ready = URI.create("http://127.0.0.1:%d/ready".formatted(opsPorts.get(part)));
            List<String> arguments =
                    List.of("--config", configs.write(part.id()).toString());
            specs.add(spec(part, mains, arguments, ReadyProbe.http(ready), SERVICE_STOP_PATIENCE));
        }
        return specs;
    }

    private static ChildSpec spec(
            Part part, Map<Part, String> mains, List<String> arguments, ReadyProbe ready, Duration stopPatience) {
        return new ChildSpec(
                part.id(),
                mains.getOrDefault(part, part.mainClass()),
                arguments,
                part.jvmOptions(),
                part.environment(),
                ready,
                stopPatience);
    }

    /** Without it a process of an earlier run with the same number would count as ready. */
    private static Path freshReadyFile(DataLayout layout, Part part) throws IOException {
        Path file = layout.run().resolve(part.id() + ".ready");
        Files.deleteIfExists(file);
        return file;
    }

    /** Starts everything; returns when everything is ready. */
    public void start() throws InterruptedException {
        supervisor.start();
    }

    /** The roots of all process trees of an installation. The database server is nobody's child. */
    public static List<ProcessHandle> processesOf(DataLayout layout, long supervisorPid) {
        List<ProcessHandle> roots = new ArrayList<>();
        ProcessHandle.of(supervisorPid).ifPresent(roots::add);
        try {
            @Nullable ProcessHandle server = EmbeddedDatabase.serverOf(layout.database());
            if (server != null) {
                roots.add(server);
            }
        } catch (IOException beingWritten) {
            return roots;
        }
        return roots;
    }

    /** Stops the services, then database and broker. */
    @Override
    public void close() {
        supervisor.close();
    }
}
