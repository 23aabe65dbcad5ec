package io.callscope.analytics.codebook;

import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.call.Party;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A barrier to a force or a driver of it. Immutable.
 *
 * @param id full id, such as {@code certainty.no-deadline}
 * @param force the force it belongs to
 * @param polarity barrier or driver
 * @param name short name
 * @param definition what counts
 * @param inclusion what counts although one may doubt
 * @param exclusion what does not count
 * @param examples as people say it, by language
 * @param owner department that acts by default
 * @param ownerByReason department that acts when the call is about a given contact reason
 * @param stage journey stage when nothing better is known
 * @param stageFixed true when the barrier can only arise at {@code stage}
 * @param severity severity when nothing in the call changes it: 1 to 3, 0 for a driver
 * @param party who says it, UNKNOWN when either may
 * @param priority 1 to 9: which of two codes keeps words that both claim, the higher one
 * @param yieldsTo codes that take the thought when both are heard in it
 * @param cause repeat cause that this barrier suggests when none is said
 */
public record CodeDefinition(
        String id,
        Force force,
        Polarity polarity,
        LocalText name,
        LocalText definition,
        LocalText inclusion,
        LocalText exclusion,
        Map<String, List<String>> examples,
        String owner,
        Map<String, String> ownerByReason,
        String stage,
        boolean stageFixed,
        int severity,
        Party party,
        int priority,
        List<String> yieldsTo,
        @Nullable String cause) {
    public CodeDefinition {
        examples = Map.copyOf(examples);
        ownerByReason = Map.copyOf(ownerByReason);
        yieldsTo = List.copyOf(yieldsTo);
    }

    /** The department that must act on a mark of this code in a call about the reason. */
    public String ownerFor(String contactReason) {
        return ownerByReason.getOrDefault(contactReason, owner);
    }
}
