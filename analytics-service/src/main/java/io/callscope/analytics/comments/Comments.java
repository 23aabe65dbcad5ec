package io.callscope.analytics.comments;

import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The comments on calls; they are only added to. A call that the user may not see is not there for him. Implementations
 * are thread-safe. Every method throws {@link io.callscope.kit.failure.RetryableException} when the store is away.
 */
public interface Comments {
    /**
     * Stores a comment.
     *
     * @return it; empty when the author sees no such call
     */
    Optional<Comment> add(NewComment comment, Instant now);

    /** The comments on a call that were not taken back: about the whole call first, then in order of the call. */
    List<Comment> on(CallId callId, TeamScope scope);

    /**
     * Takes a comment back, if it is the user's own and not older than a day. It is kept and no longer shown.
     *
     * @return whether it was there to be taken back
     */
    boolean delete(CallId callId, int number, User user, Instant now);
}
