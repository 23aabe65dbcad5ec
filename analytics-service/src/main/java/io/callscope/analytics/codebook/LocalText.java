package io.callscope.analytics.codebook;

import java.util.Map;
import java.util.Objects;

/**
 * One wording in every language of the codebook. Immutable.
 *
 * @param byLanguage primary language subtag to wording; holds {@code ru} and {@code en} at least
 */
public record LocalText(Map<String, String> byLanguage) {
    /** The language shown when another one has no wording. */
    public static final String FALLBACK = "en";

    public LocalText {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** The wording in a language, else the English one, else an empty text. */
    public String in(String language) {
        Objects.requireNonNull(language, "language");
        String wording = byLanguage.get(language);
        return wording != null ? wording : byLanguage.getOrDefault(FALLBACK, "");
    }
}
