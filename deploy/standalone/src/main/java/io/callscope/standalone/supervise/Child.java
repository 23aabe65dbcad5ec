package io.callscope.standalone.supervise;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One child process, started again whenever it dies until it is stopped. Thread-safe. */
final class Child {
    /** What a main returns when its configuration is wrong. */
    private static final int EXIT_MISCONFIGURED = 2;

    private static final File NOTHING = new File("/dev/null");

    private final ChildSpec spec;
    private final LogFile log;
    private final Path pidFile;
    private final Consumer<String> notices;
    private final RestartPolicy restarts = new RestartPolicy();
    private final Thread keeper;

    private ChildState state = new ChildState.Idle();
    private @Nullable Process process;
    private boolean stopping;

    /**
     * @param folder for its process id
     * @param notices told of deaths and restarts, in words for the person at the terminal
     */
    Child(ChildSpec spec, LogFile log, Path folder, Consumer<String> notices) {
        this.spec = spec;
        this.log = log;
        this.pidFile = folder.resolve(spec.name() + ".pid");
        this.notices = notices;
        this.keeper = new Thread(this::keepAlive, "keep-" + spec.name());
        this.keeper.setDaemon(true);
    }

    ChildSpec spec() {
        return spec;
    }

    List<String> lastWords() {
        return log.tail(12);
    }

    Path logPath() {
        return log.path();
    }

    synchronized ChildState state() {
        return state;
    }

    void start() {
        keeper.start();
    }

    /** Whether the process runs and says that it is ready. */
    boolean isReady() throws InterruptedException {
        return state() instanceof ChildState.Running running && spec.ready().isReady(running.pid());
    }

    /** Asks the process to end, waits, kills it if it does not; returns when it is gone. */
    void stop() throws InterruptedException {
        Process last;
        synchronized (this) {
            stopping = true;
            state = new ChildState.Stopped();
            last = process;
            notifyAll();
        }
        if (last != null) {
            last.destroy();
            if (!last.waitFor(spec.stopPatience().toMillis(), TimeUnit.MILLISECONDS)) {
                notices.accept("%s did not end within %d s, killing it"
                        .formatted(spec.name(), spec.stopPatience().toSeconds()));
                last.destroyForcibly().waitFor();
            }
        }
        deletePidFile();
    }

    private void keepAlive() {
        try {
            boolean again = true;
            while (again) {
                long startedAt = System.nanoTime();
                Process started = launch();
                again = started != null
                        && afterDeath(started.waitFor(), Duration.ofNanos(System.nanoTime() - startedAt));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            notices.accept("%s cannot be started: %s".formatted(spec.name(), e));
            throw new UncheckedIOException(e);
        }
    }

    private synchronized @Nullable Process launch() throws IOException {
        if (stopping) {
            return null;
        }
        Process started = JavaCommand.of(spec)
                .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
                .redirectErrorStream(true)
                .redirectOutput(log.redirect())
                .start();
        process = started;
        state = new ChildState.Running(started.pid());
        Files.createDirectories(pidFile.toAbsolutePath().getParent());
        Files.writeString(pidFile, Long.toString(started.pid()));
        return started;
    }

    /** Waits as long as the policy says; false when there will be no next life. */
    private synchronized boolean afterDeath(int exitCode, Duration lived) throws InterruptedException {
        if (stopping) {
            return false;
        }
        if (exitCode == EXIT_MISCONFIGURED) {
            state = new ChildState.Misconfigured();
            return false;
        }
        RestartPolicy.Decision decision = restarts.onDeath(lived);
        state = new ChildState.BackingOff(exitCode, decision.quickDeaths(), decision.delay());
        notices.accept(obituary(exitCode, decision));
        long deadline = System.nanoTime() + decision.delay().toNanos();
        while (!stopping && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1_000_000, deadline - System.nanoTime()));
        }
        return !stopping;
    }

    private String obituary(int exitCode, RestartPolicy.Decision decision) {
        String plain = "%s ended with %d, starting it again in %.1f s"
                .formatted(spec.name(), exitCode, decision.delay().toMillis() / 1000.0);
        return decision.loop()
                ? "ATTENTION: %s; it died %d times in a row and does not work: see %s"
                        .formatted(plain, decision.quickDeaths(), log.path())
                : plain;
    }

    private void deletePidFile() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            notices.accept("cannot delete %s: %s".formatted(pidFile, e));
        }
    }
}
