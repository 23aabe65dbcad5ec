package io.callscope.analytics.review;

import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.publish.EventPublisher;
import io.callscope.kit.thread.RepeatedWork;
import io.callscope.kit.topic.Topics;
import io.callscope.model.review.CallReviewed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes every review once it is stored, whoever stored it: the pages, an import, a command. Again and again while the
 * broker is away, also after a restart. One may come twice, none is lost. Thread-safe.
 */
public final class ReviewPublisher implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReviewPublisher.class);

    private final ReviewOutbox outbox;
    private final EventPublisher events;
    private final Clock clock;
    private final RepeatedWork work;

    public ReviewPublisher(ReviewOutbox outbox, EventPublisher events, Clock clock) {
        this.outbox = Objects.requireNonNull(outbox, "outbox");
        this.events = Objects.requireNonNull(events, "events");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.work = new RepeatedWork("publish-reviews", this::publishAll);
    }

    /** Begins to look for what waits. */
    public void start(Duration first, Duration pause) {
        work.start(first, pause);
    }

    /** Publishes until nothing waits, or the broker or the store is away. */
    void publishAll() {
        try {
            List<CallReviewed> pending = outbox.pending();
            while (!pending.isEmpty()) {
                pending.forEach(this::publish);
                pending = outbox.pending();
            }
        } catch (RetryableException away) {
            LOGGER.atWarn().addKeyValue("error", away.toString()).log("stored reviews wait to be published");
        }
    }

    private void publish(CallReviewed review) {
        try {
            events.publish(Topics.REVIEWED, review.callId(), review);
        } catch (RejectedCallException never) {
            LOGGER.atError()
                    .addKeyValue("callId", review.callId())
                    .addKeyValue("reviewId", review.reviewId())
                    .addKeyValue("reason", never.reason().id())
                    .log("stored review cannot be published");
        }
        outbox.published(review.reviewId(), clock.instant());
    }

    @Override
    public void close() {
        work.close();
    }
}
