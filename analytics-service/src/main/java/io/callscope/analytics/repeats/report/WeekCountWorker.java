package io.callscope.analytics.repeats.report;

import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.RepeatedWork;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts again the closed weeks whose contacts have changed, on a thread of its own. What it does not get to waits in the
 * database, also over a restart; reports are right meanwhile, only slower. Thread-safe.
 */
public final class WeekCountWorker implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(WeekCountWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final WeekCounter counter;
    private final ZoneId site;
    private final Duration window;
    private final Clock clock;
    private final RepeatedWork work = new RepeatedWork("repeat-weeks", this::countAll);
    private volatile boolean told;

    /**
     * @param window after which a contact is no longer repeated
     */
    public WeekCountWorker(WeekCounter counter, ZoneId site, Duration window, Clock clock) {
        this.counter = Objects.requireNonNull(counter, "counter");
        this.site = Objects.requireNonNull(site, "site");
        this.window = Objects.requireNonNull(window, "window");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Begins to count. */
    public void start() {
        work.start(Duration.ZERO, PAUSE);
    }

    /** Counts until no closed week waits. */
    void countAll() {
        try {
            if (!told) {
                counter.in(site);
                told = true;
            }
            counter.countAll(clock.instant().minus(window));
        } catch (RetryableException away) {
            LOGGER.atWarn().addKeyValue("error", away.toString()).log("weeks wait to be counted");
        }
    }

    @Override
    public void close() {
        work.close();
    }
}
