package io.callscope.analytics.desk;

import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The cards of the queue. A card is seen by whoever may see one of its calls, and of its calls only those are shown; for
 * anybody else it is not there. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface Cards {
    /** The queue of one person. */
    QueueList list(QueueFilter filter, User viewer, Instant now);

    Optional<Card> card(long id, TeamScope scope);

    /** The card that a call is on. */
    Optional<Card> ofCall(CallId call, TeamScope scope);

    /** What happened to a card, oldest first. */
    List<CardEvent> history(long id);

    /**
     * Does something to a card.
     *
     * @param version of the card that the person saw
     * @return the card afterwards; empty when there is none for him
     * @throws CardChangedException when the card has another version by now, or may not become that: nothing is done
     */
    Optional<Card> move(long id, int version, Move move, User who, Instant at);

    /** What one shift leaves to the next. */
    Handover handover(User viewer, Instant now);
}
