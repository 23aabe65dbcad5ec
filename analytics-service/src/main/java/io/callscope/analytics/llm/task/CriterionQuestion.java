package io.callscope.analytics.llm.task;

import io.callscope.analytics.llm.ask.Hashes;
import java.util.List;

/**
 * A question of a scorecard, in the language of the call.
 *
 * @param key hash of the text: another text is another question
 * @param text as the scorecard has it; yes means that the criterion is met, or that it applies
 */
public record CriterionQuestion(String key, String text) {
    private static final int DIGITS = 16;

    public CriterionQuestion {
        if (text.isBlank()) {
            throw new IllegalArgumentException("question \"%s\": expected a text".formatted(text));
        }
    }

    public static CriterionQuestion of(String text) {
        return new CriterionQuestion(keyOf(text), text);
    }

    /** Under which the answer to a text is found. */
    public static String keyOf(String text) {
        return Hashes.of(List.of(text.strip())).substring(0, DIGITS);
    }
}
