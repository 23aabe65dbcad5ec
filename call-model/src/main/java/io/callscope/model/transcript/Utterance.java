package io.callscope.model.transcript;

import io.callscope.model.call.Party;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Continuous speech of one party.
 *
 * @param id place in the transcript, from 0, in order of start time
 * @param channel audio channel, from 0
 * @param party who speaks
 * @param startMs from the start of the call, milliseconds
 * @param endMs from the start of the call, milliseconds
 * @param text what was said, as it is written: numbers in digits, names corrected, personal data taken out
 * @param confidence mean confidence of the words, 0 to 1; null when the source gave none
 * @param partyConfidence how sure it is who speaks, 0 to 1; null when channel or source say so
 * @param words the words as recognised with their times, those of a redaction being one placeholder; empty when the
 *     source gave none
 * @param rewrites where the text is written otherwise than it was said, in order, none overlapping
 */
public record Utterance(
        int id,
        int channel,
        Party party,
        long startMs,
        long endMs,
        String text,
        @Nullable Double confidence,
        @Nullable Double partyConfidence,
        List<Word> words,
        List<Rewrite> rewrites) {
    public Utterance {
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(text, "text");
        words = words == null ? List.of() : List.copyOf(words);
        rewrites = rewrites == null ? List.of() : List.copyOf(rewrites);
        if (id < 0 || channel < 0) {
            throw new IllegalArgumentException(
                    "utterance %d in channel %d: expected none negative".formatted(id, channel));
        }
        if (startMs < 0 || endMs < startMs) {
            throw new IllegalArgumentException(
                    "utterance %d at %d to %d ms: expected 0 <= start <= end".formatted(id, startMs, endMs));
        }
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("utterance %d confidence %s: expected 0 to 1".formatted(id, confidence));
        }
        if (partyConfidence != null && !(partyConfidence >= 0 && partyConfidence <= 1)) {
            throw new IllegalArgumentException(
                    "utterance %d party confidence %s: expected 0 to 1".formatted(id, partyConfidence));
        }
        int free = 0;
        for (Rewrite rewrite : rewrites) {
            if (rewrite.startChar() < free || rewrite.endChar() > text.length()) {
                throw new IllegalArgumentException("utterance %d rewrite of characters %d to %d: expected %d to %d"
                        .formatted(id, rewrite.startChar(), rewrite.endChar(), free, text.length()));
            }
            free = rewrite.endChar();
        }
    }

    /** An utterance that is written as it was said, by a party that channel or source name. */
    public Utterance(
            int id,
            int channel,
            Party party,
            long startMs,
            long endMs,
            String text,
            @Nullable Double confidence,
            List<Word> words) {
        this(id, channel, party, startMs, endMs, text, confidence, null, words, List.of());
    }

    /** The same words of the other party; of nobody known, when that is so. */
    Utterance withPartySwapped() {
        Party other = switch (party) {
            case AGENT -> Party.CUSTOMER;
            case CUSTOMER -> Party.AGENT;
            case UNKNOWN -> Party.UNKNOWN;
        };
        return new Utterance(id, channel, other, startMs, endMs, text, confidence, partyConfidence, words, rewrites);
    }
}
