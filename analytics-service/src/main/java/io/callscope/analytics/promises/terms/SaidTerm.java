package io.callscope.analytics.promises.terms;

import java.time.Instant;
import java.util.Objects;

/**
 * A term that was said.
 *
 * @param due the last moment at which the promise is kept in time
 * @param startChar first character of its words in the text
 * @param endChar one past the last
 */
public record SaidTerm(TermForm form, Instant due, int startChar, int endChar) {
    public SaidTerm {
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(due, "due");
    }

    /** Characters between its words and others; 0 when they overlap. */
    int away(int start, int end) {
        return Math.max(0, Math.max(start - endChar, startChar - end));
    }
}
