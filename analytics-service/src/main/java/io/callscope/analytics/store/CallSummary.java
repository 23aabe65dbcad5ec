package io.callscope.analytics.store;

import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call as a line of a list.
 *
 * @param entry its row
 * @param forces what was heard, one for each force and polarity
 * @param flags why to look at it, most urgent first
 */
public record CallSummary(CallEntry entry, List<ForceHeard> forces, List<FlagHeard> flags) {
    public CallSummary {
        Objects.requireNonNull(entry, "entry");
        forces = List.copyOf(forces);
        flags = List.copyOf(flags);
    }

    /**
     * Marks of one force and polarity in one call.
     *
     * @param severity the highest, 1 to 3; 0 for drivers
     * @param marks how many
     */
    public record ForceHeard(Force force, Polarity polarity, int severity, int marks) {}

    /**
     * A flag with the words that it stands on.
     *
     * @param startMs when the words were said; null when the rule fired on something not said
     * @param words the words; null likewise
     */
    public record FlagHeard(
            String rule,
            int priority,
            @Nullable Long startMs,
            @Nullable String words) {}
}
