package io.callscope.analytics.reanalyze;

import io.callscope.analytics.users.TeamScope;
import java.util.List;
import java.util.Optional;

/**
 * What reanalyses found. Examples of calls that somebody may not see are left out; counts are of all teams.
 * Implementations are thread-safe. Every method throws {@link io.callscope.kit.failure.RetryableException} when the store
 * is away for now.
 */
public interface Reanalyses {
    /** The newest first. */
    List<Reanalysis> latest(int most, TeamScope scope);

    Optional<Reanalysis> find(long number, TeamScope scope);
}
