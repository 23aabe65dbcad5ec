package io.callscope.kit.thread;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again, on a daemon thread of its own, however each time ends: what it throws is logged, and it
 * is done again. Closing interrupts it and does not wait. Thread-safe.
 */
public final class RepeatedWork implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(RepeatedWork.class);

    private final String name;
    private final Runnable work;
    private final ScheduledExecutorService thread;

    /**
     * @param name of the thread, and in the log
     */
    public RepeatedWork(String name, Runnable work) {
        this.name = Objects.requireNonNull(name, "name");
        this.work = Objects.requireNonNull(work, "work");
        this.thread = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named(name));
    }

    /**
     * Begins.
     *
     * @param first how long to wait before the first time
     * @param pause between the end of one time and the beginning of the next
     */
    public void start(Duration first, Duration pause) {
        thread.scheduleWithFixedDelay(this::once, first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Once more, soon, on the same thread: whoever asks does not wait. */
    public void soon() {
        thread.execute(this::once);
    }

    private void once() {
        try {
            work.run();
        } catch (RuntimeException e) {
            // a timer whose task throws never runs again
            LOGGER.atError()
                    .addKeyValue("work", name)
                    .addKeyValue("error", e.toString())
                    .log("repeated work failed");
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
