package io.callscope.analytics.review;

import io.callscope.analytics.users.TeamScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Kept plans and how far they are. Implementations are thread-safe. Every method throws
 * {@link io.callscope.kit.failure.RetryableException} when the store is away for now.
 */
public interface SamplePlans {
    /** The newest weeks first. */
    List<Progress> newest(int limit, TeamScope scope);

    /** One of them, with its calls that the scope sees. */
    Optional<SamplePlan> of(LocalDate week, TeamScope scope);

    /** How much is known of each criterion, over all plans. */
    List<CriterionCount> criteria(TeamScope scope);

    /** Frees the seat of somebody who cannot review; false when it is free or has been used. */
    boolean free(LocalDate week, String callId, Seat seat, TeamScope scope);

    /**
     * How far a plan is.
     *
     * @param seats how many reviews it asks for
     * @param done how many there are
     * @param free seats that nobody has
     */
    record Progress(SamplePlan plan, int calls, int seats, int done, int free) {}

    /**
     * Blind reviews kept as evidence.
     *
     * @param reviews in which the criterion was scored met or not met
     * @param failures of them not met
     * @param pairs calls that two people have scored
     */
    record CriterionCount(String scorecard, String criterion, int reviews, int failures, int pairs) {}
}
