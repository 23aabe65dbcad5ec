package io.callscope.analytics.promises;

import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What agents promised and what became of it. A promise is seen by whoever may see its call. Implementations are
 * thread-safe. Every method throws {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface Promises {
    PromiseList list(PromiseFilter filter, TeamScope scope, Instant now);

    Optional<FollowedPromise> one(long number, TeamScope scope, Instant now);

    /** The weeks up to now by the site's clock, the newest first: counts of the teams of the scope. */
    List<PromiseWeek> weeks(TeamScope scope, Instant now);

    /**
     * Says what became of a promise; that wins over what calls tell. The same again changes nothing, something else takes
     * the place of what was said before.
     *
     * @return whether anything changed; empty when there is no such promise for him
     */
    Optional<Boolean> close(long number, Closing closing, User who, Instant now);

    /**
     * Takes back what was said.
     *
     * @return whether anything had been said; empty when there is no such promise for him
     */
    Optional<Boolean> reopen(long number, User who, Instant now);
}
