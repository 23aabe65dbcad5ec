package io.callscope.model.analysis;

import io.callscope.model.call.Party;
import java.util.List;
import java.util.Objects;

/**
 * Something heard that belongs to no force. It feeds flags, causes and reports and never enters the force rates.
 *
 * @param id the signal of the codebook, such as {@code churn-intent}
 * @param party who said it
 * @param evidence where; never empty
 */
public record Signal(String id, Party party, List<Evidence> evidence) {
    public Signal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(party, "party");
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("signal %s: expected evidence".formatted(id));
        }
    }
}
