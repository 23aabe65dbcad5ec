package io.callscope.analytics.review.pairs;

import io.callscope.model.call.CallId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The customer's other calls around a planned one, without a word of what links them.
 *
 * @param earlier those before it within the window, the latest first
 * @param later those after it within the window, the earliest first
 * @param given what whoever sits there has said already; null when nothing
 */
public record PairCandidates(
        List<CallId> earlier, List<CallId> later, @Nullable PairAnswer given) {
    public PairCandidates {
        earlier = List.copyOf(earlier);
        later = List.copyOf(later);
    }

    public boolean isEmpty() {
        return earlier.isEmpty() && later.isEmpty();
    }
}
