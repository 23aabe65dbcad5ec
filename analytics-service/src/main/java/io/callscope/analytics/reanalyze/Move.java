package io.callscope.analytics.reanalyze;

import java.util.List;
import java.util.Objects;

/**
 * Calls of which one thing, such as the contact reason, is heard otherwise.
 *
 * @param from what it was
 * @param to what it is after
 * @param examples some of the calls, at random
 */
public record Move(String from, String to, long calls, List<Example> examples) {
    public Move {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        examples = List.copyOf(examples);
    }
}
