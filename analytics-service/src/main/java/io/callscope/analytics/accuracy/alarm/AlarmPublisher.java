package io.callscope.analytics.accuracy.alarm;

import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.thread.RepeatedWork;
import io.callscope.model.accuracy.AccuracyAlarm;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes beginnings and ends of alarms once they are stored, again while the broker is away. Thread-safe. */
public final class AlarmPublisher implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(AlarmPublisher.class);

    private final Alarms alarms;
    private final Consumer<AccuracyAlarm> events;
    private final Clock clock;
    private final RepeatedWork work;

    /** @param events returns once the broker has acknowledged the event */
    public AlarmPublisher(Alarms alarms, Consumer<AccuracyAlarm> events, Clock clock) {
        this.alarms = Objects.requireNonNull(alarms, "alarms");
        this.events = Objects.requireNonNull(events, "events");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.work = new RepeatedWork("publish-alarms", this::publishAll);
    }

    /** Begins to look for what waits. */
    public void start(Duration first, Duration pause) {
        work.start(first, pause);
    }

    /** Publishes until nothing waits, or the broker or the store is away. */
    void publishAll() {
        try {
            alarms.publish(events, clock.instant());
        } catch (RetryableException away) {
            LOGGER.atWarn().addKeyValue("error", away.toString()).log("alarms wait to be published");
        }
    }

    @Override
    public void close() {
        work.close();
    }
}
