package io.callscope.analytics.llm.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.llm.ask.TokenUsage;

/**
 * An answer that is what was asked for.
 *
 * @param json of the task's schema
 * @param usage what it took, a repair included
 * @param paidRequests how many requests were sent for it, 0 when all came from the cache
 */
public record Reply(JsonNode json, TokenUsage usage, int paidRequests) {
    /** Words of a call may be in here: nothing of them may reach a log by accident. */
    @Override
    public String toString() {
        return "Reply[usage=%s, paidRequests=%d]".formatted(usage, paidRequests);
    }
}
