package io.callscope.analytics.accuracy.input;

import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.RepeatedWork;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the weeks that are compared, on a thread of its own, again when their calls have changed. Thread-safe. */
public final class InputWeekWorker implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(InputWeekWorker.class);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final InputWeeks weeks;
    private final Clock clock;
    private final RepeatedWork work = new RepeatedWork("input-weeks", this::countAll);

    public InputWeekWorker(InputWeeks weeks, Clock clock) {
        this.weeks = Objects.requireNonNull(weeks, "weeks");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Begins to count. */
    public void start() {
        work.start(FIRST, PAUSE);
    }

    /** Counts until no week waits. */
    void countAll() {
        try {
            while (!Thread.currentThread().isInterrupted() && weeks.countOne(clock.instant())) {
                // another week waits
            }
        } catch (RetryableException away) {
            LOGGER.atWarn().addKeyValue("error", away.toString()).log("weeks of calls wait to be counted");
        }
    }

    @Override
    public void close() {
        work.close();
    }
}
