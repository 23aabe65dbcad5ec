package io.callscope.model.analysis;

import java.util.List;
import java.util.Objects;

/**
 * What a language model says to the questions of the scorecards that are for a call.
 *
 * @param promptHash SHA-256 in hex over everything that it was asked besides the call
 * @param replies one for each question, in order of the scorecards; none when no usable answer came
 */
public record ModelCriteria(String promptHash, List<CriterionReply> replies) {
    public ModelCriteria {
        Objects.requireNonNull(promptHash, "promptHash");
        replies = replies == null ? List.of() : List.copyOf(replies);
    }
}
