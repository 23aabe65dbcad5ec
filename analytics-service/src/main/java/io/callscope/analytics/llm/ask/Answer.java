package io.callscope.analytics.llm.ask;

import java.util.Objects;

/**
 * What a language model answered, raw: nobody has looked yet whether it is what was asked for.
 *
 * @param text the answer
 * @param usage what it took
 * @param paidRequests how many requests were sent for it, 0 when it came from the cache
 */
public record Answer(String text, TokenUsage usage, int paidRequests) {
    public Answer {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(usage, "usage");
        if (paidRequests < 0) {
            throw new IllegalArgumentException("paidRequests %d: expected 0 or more".formatted(paidRequests));
        }
    }

    public boolean fromCache() {
        return paidRequests == 0;
    }

    /** The words of a call may be in here: nothing of them may reach a log by accident. */
    @Override
    public String toString() {
        return "Answer[characters=%d, usage=%s, paidRequests=%d]".formatted(text.length(), usage, paidRequests);
    }
}
