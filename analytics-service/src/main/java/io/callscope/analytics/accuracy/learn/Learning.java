package io.callscope.analytics.accuracy.learn;

import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.users.TeamScope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where machine and people differ, as far as one may learn from it. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface Learning {
    /** Every item, in the order of the report. */
    List<Item> items();

    /** By the key of an item; empty when there is no such item. Calls are those that the scope sees. */
    Optional<Disagreements> of(String item, TeamScope scope);

    /** What people say of calls of the role tuning: of every team, about forces and the codes of the codebook. */
    Tuning tuning();

    /**
     * Opens the evaluation calls of a week, for good: they are evidence about no later version.
     *
     * @param week the Monday of a week with a plan
     * @return false when it was open before
     * @throws IllegalArgumentException when there is no plan of that week
     */
    boolean open(LocalDate week, String by, Instant at);
}
