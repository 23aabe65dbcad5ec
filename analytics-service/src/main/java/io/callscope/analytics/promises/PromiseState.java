package io.callscope.analytics.promises;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of a promise by now. */
public enum PromiseState {
    /** Its term runs. */
    OPEN,
    /** The term has passed, and nobody has called the customer. */
    OVERDUE,
    /** The customer was called in time, or somebody says that it is kept. */
    KEPT,
    /** The customer was called, but after the term. */
    LATE,
    /** The customer came back first, says that it was not kept, or somebody else says so. */
    BROKEN,
    /** Somebody says that it does not hold any more. */
    CANCELLED,
    /** Nobody knows who the customer is, so nobody can tell. */
    UNKNOWN;

    /** The word for it in the database, in JSON and in addresses. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PromiseState> ofId(String id) {
        return Arrays.stream(values()).filter(state -> state.id().equals(id)).findFirst();
    }

    /** All ids, in order. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(PromiseState::id).toList();
    }

    /** Whether the customer is still to be called. */
    public boolean isToCall() {
        return this == OPEN || this == OVERDUE;
    }
}
