package io.callscope.analytics.desk;

import io.callscope.analytics.flags.FlagRules;
import io.callscope.model.analysis.Versions;
import java.util.Objects;

/** The flag rules and issues that an analysis was made with: its card is made with the same. Thread-safe. */
@FunctionalInterface
public interface CardRules {
    /** Those of the analysis' versions; those in force where its own are not known any more. */
    Set of(Versions versions);

    /**
     * What belongs together.
     *
     * @param flags which flags are work, and how many of them a day
     * @param issues which contact reasons are one issue
     */
    record Set(FlagRules flags, Issues issues) {
        public Set {
            Objects.requireNonNull(flags, "flags");
            Objects.requireNonNull(issues, "issues");
        }
    }

    /** The same for every analysis. */
    static CardRules always(FlagRules flags, Issues issues) {
        Set set = new Set(flags, issues);
        return versions -> set;
    }
}
