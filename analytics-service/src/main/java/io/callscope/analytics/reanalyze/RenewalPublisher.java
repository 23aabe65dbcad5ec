package io.callscope.analytics.reanalyze;

import io.callscope.analytics.store.RenewalOutbox;
import io.callscope.analytics.store.RenewalOutbox.Pending;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.publish.EventPublisher;
import io.callscope.kit.topic.Topics;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the analyses that reanalyses stored, whoever ran them and however they ended. One may come twice, none is
 * lost. Thread-safe.
 */
public final class RenewalPublisher implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(RenewalPublisher.class);
    private static final long EVERY_SECONDS = 5;

    private final RenewalOutbox outbox;
    private final EventPublisher events;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "renewal-publisher");
        thread.setDaemon(true);
        return thread;
    });

    public RenewalPublisher(RenewalOutbox outbox, EventPublisher events, Clock clock) {
        this.outbox = Objects.requireNonNull(outbox, "outbox");
        this.events = Objects.requireNonNull(events, "events");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Begins to look for what waits. */
    public void start() {
        timer.scheduleWithFixedDelay(this::publishAll, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Publishes until nothing waits, or the broker or the store is away. */
    void publishAll() {
        try {
            List<Pending> pending = outbox.pending();
            while (!pending.isEmpty()) {
                pending.forEach(this::publish);
                pending = outbox.pending();
            }
        } catch (RetryableException away) {
            LOGGER.atWarn().addKeyValue("error", away.toString()).log("renewed analyses wait to be published");
        } catch (RuntimeException e) {
            // A timer whose task throws never runs again.
            LOGGER.atError().addKeyValue("error", e.toString()).log("renewed analyses could not be published");
        }
    }

    private void publish(Pending one) {
        try {
            events.publish(Topics.ANALYZED, one.analyzed().callId(), one.analyzed());
        } catch (RejectedCallException never) {
            LOGGER.atError()
                    .addKeyValue("callId", one.analyzed().callId())
                    .addKeyValue("reason", never.reason().id())
                    .log("renewed analysis cannot be published");
        }
        outbox.published(one, clock.instant());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
