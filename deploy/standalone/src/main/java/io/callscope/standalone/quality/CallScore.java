package io.callscope.standalone.quality;

import io.callscope.statistics.ErrorCounts;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How well one call was recognised. Immutable.
 *
 * @param name of the call
 * @param parties one for each party of the reference, its words held against the speaker that fits it best
 * @param words errors with speakers matched so that they are the fewest; the parties' together, and words of speakers
 *     that match nobody
 * @param roleFixed errors with each party held against itself
 * @param confidence of the recogniser, 0 to 1; empty when it said nothing
 * @param audioSeconds length of the recording
 */
record CallScore(
        String name,
        List<PartyScore> parties,
        ErrorCounts words,
        ErrorCounts roleFixed,
        OptionalDouble confidence,
        double audioSeconds) {
    CallScore {
        Objects.requireNonNull(name, "name");
        parties = List.copyOf(parties);
    }

    /** The parties' errors together. */
    static ErrorCounts words(List<PartyScore> parties) {
        return parties.stream().map(PartyScore::words).reduce(ErrorCounts.EMPTY, ErrorCounts::plus);
    }

    /** The calls' errors together. */
    static ErrorCounts pooled(List<CallScore> calls, Function<CallScore, ErrorCounts> which) {
        return calls.stream().map(which).reduce(ErrorCounts.EMPTY, ErrorCounts::plus);
    }

    /** Every party of every call. */
    static List<PartyScore> parties(List<CallScore> calls) {
        return calls.stream().flatMap(call -> call.parties().stream()).toList();
    }
}
