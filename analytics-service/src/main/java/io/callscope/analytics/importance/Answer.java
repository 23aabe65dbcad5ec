package io.callscope.analytics.importance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered, and what was heard in the calls that it is about.
 *
 * @param customer answers of one customer depend on one another
 * @param score null when he was asked and did not answer
 * @param codes barriers in the call, or in his calls of the month before
 */
record Answer(String customer, @Nullable Double score, List<String> codes) {
    Answer {
        codes = List.copyOf(codes);
    }
}
