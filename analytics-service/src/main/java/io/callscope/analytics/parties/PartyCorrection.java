package io.callscope.analytics.parties;

import io.callscope.model.call.Party;
import io.callscope.model.talk.TalkSpan;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What somebody who listened says about who speaks in a call. Immutable.
 *
 * @param number of the call's corrections, from 1: the highest counts
 * @param swapped whether agent and customer are exchanged; false takes an earlier exchange back
 * @param byLogin who says so
 * @param byName his name
 * @param confirmed who speaks when, as he says
 */
public record PartyCorrection(
        int number, boolean swapped, String byLogin, String byName, Instant at, List<Turn> confirmed) {
    /** Speech of a party. */
    public record Turn(Party party, TalkSpan when) {}

    public PartyCorrection {
        Objects.requireNonNull(byLogin, "byLogin");
        Objects.requireNonNull(byName, "byName");
        Objects.requireNonNull(at, "at");
        confirmed = List.copyOf(confirmed);
        if (number < 1) {
            throw new IllegalArgumentException("correction %d: expected 1 or more".formatted(number));
        }
    }
}
