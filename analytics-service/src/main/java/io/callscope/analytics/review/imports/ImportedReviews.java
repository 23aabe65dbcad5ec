package io.callscope.analytics.review.imports;

import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Where reviews from elsewhere are kept. Nobody knows how their calls were chosen, so they count for no rate.
 * Implementations are thread-safe. Every method throws {@link io.callscope.kit.failure.RetryableException} when the store is
 * away for now.
 */
public interface ImportedReviews {
    /** Those of some calls that are not known, or of other teams. */
    Set<String> unknownCalls(Collection<String> calls, TeamScope scope);

    /**
     * Keeps reviews, all or none. One that is known already changes nothing; one that says something else now is kept
     * beside the earlier one as a changed mind.
     *
     * @param reviews of known calls
     * @param dryRun only says what would become of them
     */
    Kept keep(List<ImportedReview> reviews, Instant now, boolean dryRun);

    /** What is kept of a call that the scope sees, the newest first; of a changed mind the last. */
    List<ImportedScore> of(CallId callId, TeamScope scope);

    /** What became of reviews. */
    record Kept(int added, int changed, int unchanged) {}
}
