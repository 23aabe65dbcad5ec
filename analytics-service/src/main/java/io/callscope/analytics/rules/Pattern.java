package io.callscope.analytics.rules;

import io.callscope.model.call.Party;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a pattern file: what has to be said, by whom, and where in the call. Immutable.
 *
 * @param source the line as written
 * @param options everything besides the words
 * @param body the words
 * @param reply words that the other party must say soon after; null when no reply is needed
 */
public record Pattern(String source, Options options, Element.Sequence body, Element.@Nullable Sequence reply) {
    public Pattern {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(body, "body");
    }

    /** What a negation right before the match does to it. */
    public enum Negation {
        /** The match does not count. */
        BLOCKS,
        /** The match counts only then. */
        REQUIRED,
        /** Nothing. */
        IGNORED
    }

    /**
     * Everything a pattern says besides its words.
     *
     * @param unless true when the match forbids the target near it
     * @param party who must say it; null when the target's own party holds
     * @param negation what a negation right before the match does
     * @param conditional true when a supposition counts as well
     * @param firstSeconds match only in the first seconds of the call; 0 anywhere
     * @param lastSeconds match only in the last seconds of the call; 0 anywhere
     * @param sure confidence 0 to 1 when this alone matched; 0 derives it from the length of the match
     * @param severity severity it gives to a barrier; 0 leaves the code's own
     * @param contactNumber which contact of the customer it says this is, from 2; 0 when it says none
     * @param stage journey stage it points to; null points to none
     */
    public record Options(
            boolean unless,
            @Nullable Party party,
            Negation negation,
            boolean conditional,
            int firstSeconds,
            int lastSeconds,
            double sure,
            int severity,
            int contactNumber,
            @Nullable String stage) {}
}
