package io.callscope.analytics.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a plan is made from, and where it is kept. Implementations are thread-safe. */
interface PlanSource {
    /** @throws PlanExistsException when the week has one */
    void requireNone(LocalDate week);

    /** Calls that began in the time, from inclusive, with their current evaluation. */
    List<EvaluatedCall> candidates(Instant from, Instant to);

    Disagreements disagreements();

    /** Logins that have read these calls with what the machine says of them, by call. */
    Map<String, Set<String>> readers(Collection<String> callIds);

    /**
     * Keeps a plan whole.
     *
     * @throws PlanExistsException when somebody else has kept one of the week meanwhile
     */
    void keep(SamplePlan plan);
}
