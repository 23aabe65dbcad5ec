package io.callscope.analytics.codebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call is about; one main reason a call. Immutable.
 *
 * @param id such as {@code order-status}
 * @param name short name
 * @param definition what belongs to it
 * @param stage journey stage it points to; null when it points to none
 * @param related reasons that may be the same issue
 */
public record ReasonDefinition(
        String id,
        LocalText name,
        LocalText definition,
        @Nullable String stage,
        List<String> related) {
    public ReasonDefinition {
        related = List.copyOf(related);
    }
}
