package io.callscope.standalone.platform;

import io.callscope.embedded.EmbeddedDatabase;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.kit.config.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running installation: started here, and then stopped by {@link #close}, or found running. While one was started
 * here, the end of this process stops it too. Thread-safe.
 */
public final class Installation implements AutoCloseable {
    private final DataLayout layout;
    private final PortPlan ports;
    private final long supervisorPid;
    private final @Nullable Platform platform;
    private final @Nullable InstanceLock lock;

    private Installation(
            DataLayout layout,
            PortPlan ports,
            long supervisorPid,
            @Nullable Platform platform,
            @Nullable InstanceLock lock) {
        this.layout = layout;
        this.ports = ports;
        this.supervisorPid = supervisorPid;
        this.platform = platform;
        this.lock = lock;
    }

    /** The installation that another process runs on the data folder; empty when none does. */
    public static Optional<Installation> running(DataLayout layout) throws IOException {
        return InstanceLock.running(layout)
                .map(instance -> new Installation(layout, instance.ports(), instance.pid(), null, null));
    }

    /**
     * Starts everything; returns when everything is ready.
     *
     * @param fresh deletes all data but the models first
     * @param notices told what happens, in words for the person at the terminal
     * @throws AlreadyRunningException when another process runs one on the data folder
     * @throws PortTakenException when another program has a port
     * @throws io.callscope.standalone.supervise.ChildStartException when a part does not come up
     */
    public static Installation start(DataLayout layout, PortPlan ports, boolean fresh, Consumer<String> notices)
            throws IOException, InterruptedException {
        return start(layout, ports, Part.mainClasses(), fresh, notices);
    }

    /** As above, with other mains than the parts' own. */
    static Installation start(
            DataLayout layout, PortPlan ports, Map<Part, String> mains, boolean fresh, Consumer<String> notices)
            throws IOException, InterruptedException {
        Optional<InstanceLock> taken = InstanceLock.tryTake(layout, ports);
        if (taken.isEmpty()) {
            throw new AlreadyRunningException(
                    "callscope already runs on %s%s: use that one, or stop it first (Ctrl-C where it runs), or give --data another folder"
                            .formatted(layout.data(), whoRuns(layout)));
        }
        InstanceLock lock = taken.get();
        try {
            return startLocked(layout, Platform.prepare(layout, ports, mains, fresh, notices), ports, lock);
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Installation startLocked(DataLayout layout, Platform platform, PortPlan ports, InstanceLock lock)
            throws InterruptedException {
        Installation installation =
                new Installation(layout, ports, ProcessHandle.current().pid(), platform, lock);
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "callscope-shutdown"));
        try {
            platform.start();
            return installation;
        } catch (InterruptedException | RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    private static String whoRuns(DataLayout layout) throws IOException {
        return InstanceLock.running(layout)
                .map(instance -> " (process %d, pages at %s)"
                        .formatted(instance.pid(), instance.ports().webUrl()))
                .orElse("");
    }

    public PortPlan ports() {
        return ports;
    }

    /** The database of this installation. */
    public DatabaseConfig database() throws IOException {
        return new DatabaseConfig(
                ports.databaseUrl(),
                ServiceConfigs.DATABASE_USER,
                new Secret(EmbeddedDatabase.passwordOf(layout.database())),
                2);
    }

    /** The roots of the process trees that do the work. */
    public List<ProcessHandle> processes() {
        return Platform.processesOf(layout, supervisorPid);
    }

    /** Stops what was started here, services first. */
    @Override
    public void close() throws IOException {
        if (platform != null) {
            platform.close();
        }
        if (lock != null) {
            lock.close();
        }
    }
}
