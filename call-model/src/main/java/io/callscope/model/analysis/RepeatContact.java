package io.callscope.model.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the customer <em>says</em> that it is a repeat contact, and why.
 *
 * @param said true when the customer says so
 * @param contactNumber which contact it is, from 2, when a number was said
 * @param cause id of the cause; {@code none} when it is a repeat whose cause is not heard; null when it is no repeat
 * @param evidence where it was said; empty when it was not
 */
public record RepeatContact(
        boolean said,
        @Nullable Integer contactNumber,
        @Nullable String cause,
        List<Evidence> evidence) {
    public RepeatContact {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        if (said == (cause == null)) {
            throw new IllegalArgumentException(
                    "repeat said %s with cause %s: expected a cause exactly when it was said".formatted(said, cause));
        }
        if (contactNumber != null && contactNumber < 2) {
            throw new IllegalArgumentException("contact number %d: expected 2 or more".formatted(contactNumber));
        }
    }

    /** The customer does not say that it is a repeat. */
    public static RepeatContact notSaid() {
        return new RepeatContact(false, null, null, List.of());
    }
}
