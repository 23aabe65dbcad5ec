package io.callscope.standalone.supervise;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Children of a supervisor that was killed. They notice and end by themselves within seconds; the next supervisor waits
 * for them, for they hold ports and folders. Stateless.
 */
public final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private Leftovers() {}

    /**
     * Waits until every child whose process id is noted in the folder is gone, and kills those that stay.
     *
     * @param run folder of the process ids
     * @param mainClasses names of the children's mains; a process that runs none of them is a stranger with an old
     *     number and is left alone
     */
    public static void clear(Path run, List<String> mainClasses, Consumer<String> notices)
            throws IOException, InterruptedException {
        List<Path> files = pidFiles(run);
        List<ProcessHandle> alive = files.stream()
                .map(Leftovers::process)
                .flatMap(Optional::stream)
                .filter(process -> runsOneOf(process, mainClasses))
                .toList();
        if (!alive.isEmpty()) {
            notices.accept("waiting for %d processes of the run before to end".formatted(alive.size()));
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (ProcessHandle process : alive) {
            awaitEnd(process, mainClasses, deadline);
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private static void awaitEnd(ProcessHandle process, List<String> mainClasses, long deadline)
            throws InterruptedException {
        while (runsOneOf(process, mainClasses)) {
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static List<Path> pidFiles(Path run) throws IOException {
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pid"))
                    .toList();
        }
    }

    private static Optional<ProcessHandle> process(Path file) {
        try {
            String pid = Files.readString(file).strip();
            return pid.matches("\\d{1,10}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** False also for a process that ended and was not collected: its command line is empty. */
    private static boolean runsOneOf(ProcessHandle process, List<String> mainClasses) {
        try {
            Path commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
            List<String> words = List.of(
                    Files.readString(commandLine, StandardCharsets.UTF_8).split("\0"));
            return mainClasses.stream().anyMatch(words::contains);
        } catch (IOException noSuchProcess) {
            return false;
        }
    }
}
