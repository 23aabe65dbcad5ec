package io.callscope.analytics.overview;

import io.callscope.analytics.users.TeamScope;
import java.util.Map;

/** What people found when they checked flags. Implementations are thread-safe. */
public interface RuleConfirmations {
    /** By rule; a rule of which nothing was checked is missing. */
    Map<String, Confirmed> byRule(TeamScope scope);

    /**
     * Of one rule's flags.
     *
     * @param checked those that somebody has judged
     * @param confirmed those of them that he found right
     */
    record Confirmed(long confirmed, long checked) {
        public Confirmed {
            if (confirmed < 0 || confirmed > checked) {
                throw new IllegalArgumentException(
                        "%d confirmed of %d: expected at most all".formatted(confirmed, checked));
            }
        }
    }
}
