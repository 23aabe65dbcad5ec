package io.callscope.transcribe.child;

import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.ops.Health;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The place of the one child that is there at a time. Thread-safe. */
final class ChildSlot implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ChildSlot.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ChildCommand command;
    private final ChildOptions options;
    private final ChildEvents events;
    private final ReentrantLock starting = new ReentrantLock();
    private volatile @Nullable ChildProcess child;
    private volatile @Nullable String failure;
    private volatile boolean closed;
    private int failedStarts;
    private long startNotBefore = System.nanoTime();

    ChildSlot(ChildCommand command, ChildOptions options, ChildEvents events) {
        this.command = command;
        this.options = options;
        this.events = events;
    }

    /**
     * The child, started where there is none.
     *
     * @throws RetryableException when it does not come up, or failed to lately
     */
    ChildProcess current() throws InterruptedException {
        starting.lockInterruptibly();
        try {
            ChildProcess known = child;
            return known != null && known.isAlive() ? known : start();
        } finally {
            starting.unlock();
        }
    }

    private ChildProcess start() throws InterruptedException {
        if (closed) {
            throw new InterruptedException("closed");
        }
        if (System.nanoTime() - startNotBefore < 0) {
            throw new RetryableException("the child does not start: " + failure, null);
        }
        try {
            ChildProcess started = new ChildProcess(command, options);
            child = started;
            started.ended().thenAccept(this::sawEnd);
            if (closed) {
                // close() may have looked before it was there
                started.close();
            }
            started.awaitReady();
            failedStarts = 0;
            failure = null;
            events.started();
            return started;
        } catch (ChildEndedException e) {
            throw failed(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            events.ended(ChildEnd.Cause.NOT_STARTED);
            throw failed(e.toString(), e);
        }
    }

    private RetryableException failed(String why, Exception cause) {
        long wait = Math.min(LONGEST_WAIT.toNanos(), FIRST_WAIT.toNanos() << Math.min(failedStarts, 16));
        failedStarts++;
        failure = why;
        startNotBefore = System.nanoTime() + wait;
        return new RetryableException("the child does not start: " + why, cause);
    }

    private void sawEnd(ChildEnd end) {
        events.ended(end.cause());
        LOGGER.atInfo()
                .addKeyValue("reason", end.cause().id())
                .addKeyValue("error", end.detail())
                .log("child ended");
    }

    /** Whether it has served its time, or has grown. */
    boolean isWorn() {
        ChildProcess known = child;
        return known != null
                && known.isAlive()
                && (known.answered() >= options.recycleAfter()
                        || known.resident() > options.maxMemory().bytes());
    }

    /** Lets the child go; a new one comes with the next request. Nothing may be in flight. */
    void exchange() {
        ChildProcess known = child;
        if (known != null) {
            known.close(ChildEnd.Cause.RECYCLED);
        }
    }

    /** Looks after it; its resident size, bytes. */
    long look() {
        ChildProcess known = child;
        if (known == null || !known.isAlive()) {
            return 0;
        }
        long resident = known.resident();
        known.check(resident);
        return resident;
    }

    Health health() {
        String why = failure;
        return why == null ? Health.up() : Health.down("the child does not start: " + why);
    }

    long pid() {
        ChildProcess known = child;
        return known != null && known.isAlive() ? known.pid() : 0;
    }

    @Override
    public void close() {
        closed = true;
        ChildProcess known = child;
        if (known != null) {
            known.close();
        }
    }
}
