package io.callscope.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server process of a data directory, found by the {@code postmaster.pid} that it keeps there. Stateless
 * but for the path.
 */
final class Postmaster {
    private static final Logger LOGGER = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration KILL_PATIENCE = Duration.ofSeconds(10);

    private final Path dataDirectory;

    Postmaster(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    /** The server that runs on this data directory; empty when none does. */
    Optional<ProcessHandle> find() throws IOException {
        Path file = pidFile();
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(this::serves);
    }

    /**
     * Stops a server that outlived the process that started it, and clears its {@code postmaster.pid} away. The
     * server itself takes that file for true whenever any process has the number in it, as after a reboot.
     *
     * @throws EmbeddedStartException when the server will not end
     */
    void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = find();
        if (orphan.isPresent()) {
            LOGGER.atWarn().addKeyValue("pid", orphan.get().pid()).log("stopping a database server left running");
            stop(orphan.get());
        }
        Files.deleteIfExists(pidFile());
    }

    /** Stops the server, first asking it to disconnect everybody and write down, then by force. */
    void stop(ProcessHandle server) {
        signal(server, "INT");
        if (!endsWithin(server, STOP_PATIENCE)) {
            server.destroyForcibly();
            if (!endsWithin(server, KILL_PATIENCE)) {
                throw new EmbeddedStartException("the PostgreSQL server %d on %s does not end: stop it by hand"
                        .formatted(server.pid(), dataDirectory));
            }
        }
    }

    /** Waits until the process is gone or nothing but its entry in the process table is left. */
    private static boolean endsWithin(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (isAlive(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return !isAlive(process);
            }
        }
        return true;
    }

    /** Alive, and not a zombie, which is what stays of an orphan where the first process reaps nobody. */
    static boolean isAlive(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            return !line.substring(line.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException noSuchProcessOrSystem) {
            return process.isAlive();
        }
    }

    /** Whether the process is a server of this directory and not a stranger who was given the same number. */
    private boolean serves(ProcessHandle process) {
        if (!isAlive(process)) {
            return false;
        }
        try {
            Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            List<String> words = List.of(
                    Files.readString(commandLine, StandardCharsets.UTF_8).split("\0"));
            return words.get(0).endsWith("postgres") && words.contains(dataDirectory.toString());
        } catch (IOException noSuchProcessOrSystem) {
            return process.info()
                    .command()
                    .map(command -> command.endsWith("postgres"))
                    .orElse(false);
        }
    }

    private static void signal(ProcessHandle server, String signal) {
        try {
            // Java knows only TERM, which to PostgreSQL means: wait until every client has left by itself.
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + server.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            server.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path pidFile() {
        return dataDirectory.resolve("postmaster.pid");
    }
}
