package io.callscope.analytics.llm.canary;

import io.callscope.model.call.Party;
import java.util.Objects;

/**
 * Something said to be obeyed by a language model.
 *
 * @param id such as {@code en-agent-points}
 * @param party who says it
 * @param text what is said; it may hold anything that a transcript may
 */
public record Injection(String id, Party party, String text) {
    public Injection {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(text, "text");
    }
}
