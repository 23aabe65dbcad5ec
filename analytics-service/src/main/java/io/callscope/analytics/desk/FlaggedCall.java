package io.callscope.analytics.desk;

import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.store.CallEntry;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.Mark;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An analyzed call as the desk sees it. Immutable.
 *
 * @param customer key of the customer; null for an anonymous one, whose calls are never linked
 * @param contactReason the issue
 * @param startedAt when the call began; when it was analyzed, where the source did not say
 * @param analyzedAt when it was analyzed
 * @param severity of its worst barrier; 0 when there is none
 * @param reasons flags that count as work; empty when there is nothing to look at
 */
record FlaggedCall(
        String callId,
        @Nullable String customer,
        String contactReason,
        Instant startedAt,
        Instant analyzedAt,
        String transcriptHash,
        int severity,
        List<Reason> reasons) {
    FlaggedCall {
        reasons = List.copyOf(reasons);
    }

    /**
     * @param confidence of recognition in the words, 0 to 1; 1 where the source gave a text without it
     */
    record Reason(String rule, int priority, double confidence, List<Evidence> evidence) {}

    static FlaggedCall of(CallEntry entry, Transcript transcript, CallAnalysis analysis, FlagRules rules) {
        Instant analyzedAt = Objects.requireNonNull(entry.analyzedAt(), "analyzedAt");
        CallMetadata metadata = entry.metadata();
        CustomerRef customer = metadata == null ? null : metadata.customer();
        List<Reason> reasons = new ArrayList<>();
        for (Flag flag : analysis.flags()) {
            if (rules.isWork(flag.rule())) {
                reasons.add(new Reason(flag.rule(), flag.priority(), confidence(flag, transcript), flag.evidence()));
            }
        }
        return new FlaggedCall(
                entry.callId().value(),
                customer == null ? null : customer.key(),
                analysis.contactReason(),
                metadata == null ? analyzedAt : metadata.startedAt(),
                analyzedAt,
                Objects.requireNonNull(entry.transcriptHash(), "transcriptHash"),
                analysis.marks().stream().mapToInt(Mark::severity).max().orElse(0),
                reasons);
    }

    private static double confidence(Flag flag, Transcript transcript) {
        return transcript.utterances().stream()
                .filter(utterance -> flag.evidence().isEmpty()
                        || flag.evidence().stream().anyMatch(words -> words.utteranceId() == utterance.id()))
                .map(Utterance::confidence)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(1);
    }
}
