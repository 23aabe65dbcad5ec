package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.Item;
import io.callscope.statistics.decision.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of the report.
 *
 * @param item which one
 * @param decision how far the machine is trusted with it
 * @param why the reasons, one or more
 * @param required what the lower limits must reach
 * @param agents how many agents or customers the reviewed calls come from
 * @param recent reviews within the last weeks
 * @param agreement of machine and people
 * @param found failures that people saw and the machine found
 * @param cleared calls that people cleared and the machine cleared; what is missing to all are false alarms
 * @param people two people beside one another
 * @param strictness whether the machine marks more or fewer
 * @param corrected its share of all calls, with its errors taken out
 * @param version key of the machine that scores it now
 * @param since when that version scored its first call; null when it has scored none
 * @param next what to do
 * @param applicability whether both say that the item concerns the call; plain counts
 * @param drift whether they have begun to disagree more
 * @param byRecognition agreement by how sure speech recognition was
 * @param versions what was seen of each version, by time
 * @param rescored this version beside the one before on the same reviewed calls
 * @param expert what a statistician asks for
 */
public record ItemRow(
        Item item,
        Decision decision,
        List<Why> why,
        Required required,
        long agents,
        int recent,
        Figure agreement,
        Figure found,
        Figure cleared,
        People people,
        Strictness strictness,
        Corrected corrected,
        String version,
        @Nullable Instant since,
        Next next,
        Figure applicability,
        Drift drift,
        List<RecognitionPart> byRecognition,
        List<VersionPart> versions,
        Rescored rescored,
        Expert expert) {
    public ItemRow {
        why = List.copyOf(why);
        byRecognition = List.copyOf(byRecognition);
        versions = List.copyOf(versions);
        if (why.isEmpty()) {
            throw new IllegalArgumentException("item %s without a reason: expected one or more".formatted(item.key()));
        }
    }

    /**
     * What the item is held to.
     *
     * @param agreement lower limit to automate
     * @param found lower limit of the failures found to automate
     * @param failures that people must have seen for the step that is missing
     * @param reviews independent calls
     * @param recent reviews of the last weeks
     * @param weeks those weeks
     * @param doubleScored calls scored twice
     * @param margin how much less than a colleague it may agree
     */
    public record Required(
            double agreement,
            double found,
            int failures,
            double reviews,
            int recent,
            int weeks,
            int doubleScored,
            double margin) {}

    /** Failures where people saw none. */
    public long falseAlarms() {
        return cleared.of() - cleared.count();
    }
}
