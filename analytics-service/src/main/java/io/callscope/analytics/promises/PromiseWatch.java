package io.callscope.analytics.promises;

import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.RepeatedWork;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every half minute which promises have become overdue, on a thread of its own. What it does not get to it finds
 * in the next round, also after a restart. Thread-safe.
 */
public final class PromiseWatch implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(PromiseWatch.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final PromiseFlags flags;
    private final PromiseMeters meters;
    private final RepeatedWork work = new RepeatedWork("promise-watch", this::look);

    public PromiseWatch(PromiseFlags flags, PromiseMeters meters) {
        this.flags = Objects.requireNonNull(flags, "flags");
        this.meters = Objects.requireNonNull(meters, "meters");
    }

    /** Begins to look. */
    public void start() {
        work.start(Duration.ZERO, PAUSE);
    }

    void look() {
        try {
            meters.counted(flags.keep());
        } catch (RetryableException away) {
            LOGGER.atWarn().addKeyValue("error", away.toString()).log("overdue promises wait to be flagged");
        }
    }

    @Override
    public void close() {
        work.close();
    }
}
