package io.callscope.analytics.search;

import io.callscope.model.call.Party;
import java.util.List;
import java.util.Objects;

/**
 * The utterance of a call that has most of the sought words.
 *
 * @param startMs when it begins, from the start of the call
 * @param pieces its text around the first of these words
 */
public record Quote(Party party, long startMs, List<Piece> pieces) {
    public Quote {
        Objects.requireNonNull(party, "party");
        pieces = List.copyOf(pieces);
    }

    /** Some of the text. */
    public record Piece(String text, boolean isSought) {}
}
