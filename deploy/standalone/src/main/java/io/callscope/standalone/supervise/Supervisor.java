package io.callscope.standalone.supervise;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Starts child processes stage by stage, each stage when the one before is ready, keeps them alive, and stops them in
 * reverse order. Thread-safe: {@link #close} may come from a shutdown hook while {@link #start} still waits.
 */
public final class Supervisor implements AutoCloseable {
    private static final int DEATHS_BEFORE_GIVING_UP_A_START = 3;
    private static final long LOOK_EVERY_MS = 100;

    private final List<List<Child>> stages;
    private final Duration startPatience;
    private final Object closeLock = new Object();
    private volatile boolean closing;

    /**
     * @param stages children that are started together, in order
     * @param logs folder of a log file for each child
     * @param run folder of a file with the process id for each child
     * @param startPatience how long a stage may take until it is ready
     * @param notices told what happens, in words for the person at the terminal; from several threads
     */
    public Supervisor(
            List<List<ChildSpec>> stages, Path logs, Path run, Duration startPatience, Consumer<String> notices) {
        this.stages = stages.stream()
                .map(stage -> stage.stream()
                        .map(spec -> new Child(spec, new LogFile(logs.resolve(spec.name() + ".log")), run, notices))
                        .toList())
                .toList();
        this.startPatience = startPatience;
    }

    /**
     * Starts everything; returns when everything is ready.
     *
     * @throws ChildStartException when a child does not come up; the others still run, so {@link #close} must follow
     */
    public void start() throws InterruptedException {
        for (List<Child> stage : stages) {
            for (Child child : stage) {
                if (closing) {
                    throw new ChildStartException("stopped while starting", false);
                }
                child.start();
            }
            long deadline = System.nanoTime() + startPatience.toNanos();
            for (Child child : stage) {
                awaitReady(child, deadline);
            }
        }
    }

    private void awaitReady(Child child, long deadline) throws InterruptedException {
        while (!child.isReady()) {
            if (closing) {
                throw new ChildStartException("stopped while starting", false);
            }
            if (child.state() instanceof ChildState.Misconfigured) {
                throw new ChildStartException(failure(child, "has a wrong configuration"), true);
            }
            if (child.state() instanceof ChildState.BackingOff died
                    && died.quickDeaths() >= DEATHS_BEFORE_GIVING_UP_A_START) {
                throw new ChildStartException(
                        failure(child, "ended %d times, last with %d".formatted(died.quickDeaths(), died.exitCode())),
                        false);
            }
            if (System.nanoTime() > deadline) {
                throw new ChildStartException(
                        failure(child, "was not ready within %d s".formatted(startPatience.toSeconds())), false);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    private static String failure(Child child, String what) {
        List<String> lines = new ArrayList<>();
        lines.add("%s %s; the end of %s:".formatted(child.spec().name(), what, child.logPath()));
        child.lastWords().forEach(line -> lines.add("  | " + line));
        return String.join(System.lineSeparator(), lines);
    }

    /** The state of a child. */
    public ChildState stateOf(String name) {
        return stages.stream()
                .flatMap(List::stream)
                .filter(child -> child.spec().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no child \"%s\"".formatted(name)))
                .state();
    }

    /** Stops the stages in reverse order, the children of a stage together; returns when all are gone. */
    @Override
    public void close() {
        closing = true;
        synchronized (closeLock) {
            List<List<Child>> lastFirst = new ArrayList<>(stages);
            Collections.reverse(lastFirst);
            for (List<Child> stage : lastFirst) {
                stopTogether(stage);
            }
        }
    }

    private static void stopTogether(List<Child> stage) {
        List<Thread> stoppers = stage.stream()
                .map(child ->
                        new Thread(() -> stop(child), "stop-" + child.spec().name()))
                .toList();
        stoppers.forEach(Thread::start);
        for (Thread stopper : stoppers) {
            joinWhateverHappens(stopper);
        }
    }

    private static void stop(Child child) {
        try {
            child.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An interrupt must not leave children behind: each has its own bound on how long it may take to end. */
    private static void joinWhateverHappens(Thread stopper) {
        boolean interrupted = false;
        while (stopper.isAlive()) {
            try {
                stopper.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
