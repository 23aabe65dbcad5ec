package io.callscope.analytics.promises.terms;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words of one form and what they say. Immutable.
 *
 * @param words in the even text
 * @param meaning null when the words turn out to say no term
 */
record TermRule(Pattern words, Meaning meaning) {
    /** From words to a part of a term. */
    @FunctionalInterface
    interface Meaning {
        @Nullable
        TermPart of(MatchResult words, Said said);
    }

    static TermRule of(String words, Meaning meaning) {
        return new TermRule(
                Pattern.compile("(?<![\\p{L}\\d])(?:" + words + ")(?![\\p{L}\\d])", Pattern.UNICODE_CHARACTER_CLASS),
                meaning);
    }
}
