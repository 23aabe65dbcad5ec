package io.callscope.analytics.examples;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Example phrases of one language by the code they say, those that say nothing of the kind under {@link #NONE}.
 * Immutable.
 *
 * @param language primary language subtag
 * @param phrases full code of a barrier, or {@link #NONE}, to its phrases, in the order of the file
 */
public record PhraseBook(String language, Map<String, List<String>> phrases) {
    /** Ordinary talk, thanks, questions, other companies' faults. */
    public static final String NONE = "none";

    public PhraseBook {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        phrases.forEach((code, lines) -> copy.put(code, List.copyOf(lines)));
        phrases = java.util.Collections.unmodifiableMap(copy);
    }

    /** Whether there is anything to learn from. */
    public boolean isEmpty() {
        return phrases.isEmpty();
    }
}
