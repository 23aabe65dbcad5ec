package io.callscope.analytics.pipeline;

import io.callscope.analytics.store.AnalysisOutbox;
import io.callscope.analytics.store.AnalysisOutbox.Pending;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.publish.EventPublisher;
import io.callscope.kit.thread.RepeatedWork;
import io.callscope.kit.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the analyses that wait in an outbox, whoever stored them: when somebody asks, and again and again while some
 * could not be, also after a restart. One may come twice, none is lost. Thread-safe.
 */
public final class OutboxPublisher implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(OutboxPublisher.class);

    private final String name;
    private final AnalysisOutbox outbox;
    private final EventPublisher events;
    private final Clock clock;
    private final RepeatedWork work;

    /**
     * @param name of the outbox, for the log, such as {@code swaps}
     */
    public OutboxPublisher(String name, AnalysisOutbox outbox, EventPublisher events, Clock clock) {
        this.name = Objects.requireNonNull(name, "name");
        this.outbox = Objects.requireNonNull(outbox, "outbox");
        this.events = Objects.requireNonNull(events, "events");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.work = new RepeatedWork("publish-" + name, this::publishAll);
    }

    /** Begins to look for what waits. */
    public void start(Duration first, Duration pause) {
        work.start(first, pause);
    }

    /** Publishes soon, on a thread of its own: whoever stored something does not wait for the broker. */
    void publishNow() {
        work.soon();
    }

    /** Publishes until nothing waits, or the broker or the store is away. */
    public void publishAll() {
        try {
            List<Pending> pending = outbox.pending();
            while (!pending.isEmpty()) {
                pending.forEach(this::publish);
                pending = outbox.pending();
            }
        } catch (RetryableException away) {
            LOGGER.atWarn()
                    .addKeyValue("outbox", name)
                    .addKeyValue("error", away.toString())
                    .log("stored analyses wait to be published");
        }
    }

    private void publish(Pending one) {
        try {
            events.publish(Topics.ANALYZED, one.analyzed().callId(), one.analyzed());
        } catch (RejectedCallException never) {
            LOGGER.atError()
                    .addKeyValue("outbox", name)
                    .addKeyValue("callId", one.analyzed().callId())
                    .addKeyValue("reason", never.reason().id())
                    .log("stored analysis cannot be published");
        }
        outbox.published(one, clock.instant());
    }

    @Override
    public void close() {
        work.close();
    }
}
