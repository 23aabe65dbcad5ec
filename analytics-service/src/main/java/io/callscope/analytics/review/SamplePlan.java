package io.callscope.analytics.review;

import io.callscope.model.call.CallId;
import io.callscope.statistics.sampling.PlanSettings;
import io.callscope.statistics.sampling.PlannedCall.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one week that people review, as it was kept before anybody did.
 *
 * @param week its Monday
 * @param seed of the lot
 * @param settings how it was drawn
 * @param candidates how many calls could have been drawn
 * @param madeBy login, or who sat at the terminal
 * @param calls by team, agent and time
 */
public record SamplePlan(
        LocalDate week,
        long seed,
        PlanSettings settings,
        int candidates,
        Instant madeAt,
        String madeBy,
        List<Planned> calls) {
    public SamplePlan {
        Objects.requireNonNull(week, "week");
        calls = List.copyOf(calls);
    }

    /**
     * One of the calls.
     *
     * @param scorecard by which it is reviewed
     * @param pi with which it was drawn, above 0, at most 1
     * @param secondPi with which a drawn call is scored twice
     * @param seats logins by seat; null on a free one
     */
    public record Planned(
            CallId callId,
            String scorecard,
            double pi,
            String team,
            String agent,
            Role role,
            boolean doubleScored,
            double secondPi,
            Map<Seat, @Nullable String> seats) {
        /** Whether it had to be drawn. */
        public boolean certain() {
            return pi == 1;
        }

        /** What stood together in the list that was drawn from. */
        public String stratum() {
            return team + '/' + agent;
        }
    }
}
