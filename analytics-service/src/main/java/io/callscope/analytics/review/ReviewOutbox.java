package io.callscope.analytics.review;

import io.callscope.model.review.CallReviewed;
import java.time.Instant;
import java.util.List;

/**
 * Reviews that have to be published still. Implementations are thread-safe. Every method throws {@link
 * io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface ReviewOutbox {
    /** The oldest of them, a few hundred at most. */
    List<CallReviewed> pending();

    /** Notes that one was acknowledged by the broker. */
    void published(long reviewId, Instant at);
}
