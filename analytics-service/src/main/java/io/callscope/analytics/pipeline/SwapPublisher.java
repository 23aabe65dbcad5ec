package io.callscope.analytics.pipeline;

import io.callscope.analytics.store.SwapOutbox;
import io.callscope.analytics.store.SwapOutbox.Pending;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.publish.EventPublisher;
import io.callscope.kit.topic.Topics;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the analyses that swaps stored: at once, and again every half minute while some could not be, also after a
 * restart. One may come twice, none is lost. Thread-safe.
 */
public final class SwapPublisher implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(SwapPublisher.class);
    private static final long EVERY_SECONDS = 30;

    private final SwapOutbox outbox;
    private final EventPublisher events;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "swap-publisher");
        thread.setDaemon(true);
        return thread;
    });

    public SwapPublisher(SwapOutbox outbox, EventPublisher events, Clock clock) {
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** Begins to look for what is left over. */
    public void start() {
        timer.scheduleWithFixedDelay(this::publishAll, 1, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Publishes soon, on a thread of its own: whoever swapped does not wait for the broker. */
    void publishNow() {
        timer.execute(this::publishAll);
    }

    void publishAll() {
        try {
            List<Pending> pending = outbox.pending();
            for (Pending one : pending) {
                publish(one);
            }
        } catch (RetryableException away) {
            LOGGER.atWarn().addKeyValue("error", away.toString()).log("analyses of swaps wait to be published");
        } catch (RuntimeException e) {
            // A timer whose task throws never runs again.
            LOGGER.atError().addKeyValue("error", e.toString()).log("analyses of swaps could not be published");
        }
    }

    private void publish(Pending one) {
        try {
            events.publish(Topics.ANALYZED, one.callId(), one.analyzed());
        } catch (RejectedCallException never) {
            LOGGER.atError()
                    .addKeyValue("callId", one.callId())
                    .addKeyValue("reason", never.reason().id())
                    .log("analysis of a swap cannot be published");
        }
        outbox.published(one, clock.instant());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
