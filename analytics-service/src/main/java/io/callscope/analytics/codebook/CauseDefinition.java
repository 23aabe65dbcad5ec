package io.callscope.analytics.codebook;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer had to call again. Immutable.
 *
 * @param id such as {@code promise-not-kept}
 * @param name short name
 * @param definition what counts
 * @param parent the cause it is counted under; null for one of the main list
 * @param owner department that can stop it; null when it follows from the mark, or nobody can
 * @param preventable whether the contact center could have prevented it; null when the question makes no sense
 */
public record CauseDefinition(
        String id,
        LocalText name,
        LocalText definition,
        @Nullable String parent,
        @Nullable String owner,
        @Nullable Preventable preventable) {

    /** Whether the contact center could have prevented the repeat. */
    public enum Preventable {
        YES,
        PARTLY,
        NO;

        /** The word in the configuration and in exports. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
