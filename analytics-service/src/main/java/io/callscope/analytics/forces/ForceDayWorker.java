package io.callscope.analytics.forces;

import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.RepeatedWork;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts again the days whose calls have changed, on a thread of its own. Today changes all the time, so there is a pause
 * between two rounds. What it does not get to waits in the database, also over a restart. Thread-safe.
 */
public final class ForceDayWorker implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ForceDayWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ForceDays days;
    private final ZoneId site;
    private final RepeatedWork work = new RepeatedWork("force-days", this::countAll);
    private volatile boolean told;

    public ForceDayWorker(ForceDays days, ZoneId site) {
        this.days = Objects.requireNonNull(days, "days");
        this.site = Objects.requireNonNull(site, "site");
    }

    /** Begins to count. */
    public void start() {
        work.start(Duration.ZERO, PAUSE);
    }

    /** Counts until no day waits. */
    void countAll() {
        try {
            if (!told) {
                days.in(site);
                told = true;
            }
            days.countAll();
        } catch (RetryableException away) {
            LOGGER.atWarn().addKeyValue("error", away.toString()).log("days wait to be counted");
        }
    }

    @Override
    public void close() {
        work.close();
    }
}
