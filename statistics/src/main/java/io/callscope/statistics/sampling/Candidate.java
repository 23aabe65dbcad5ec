package io.callscope.statistics.sampling;

import java.time.Instant;

/**
 * A call that may be drawn for review.
 *
 * @param id of the call, unique in a plan
 * @param team whose call it is
 * @param agent whose call it is, within the team
 * @param startedAt when it began
 * @param uncertainty u, 0 or more: how unsure its scores are, see {@link Uncertainty}
 */
public record Candidate(String id, String team, String agent, Instant startedAt, double uncertainty) {
    public Candidate {
        if (!(uncertainty >= 0 && uncertainty < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "uncertainty %s of call %s: expected 0 or more".formatted(uncertainty, id));
        }
    }
}
