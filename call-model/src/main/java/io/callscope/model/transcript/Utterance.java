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
 * @param text what was said
 * @param confidence mean confidence of the words, 0 to 1; null when the source gave none
 * @param words the words with their times; empty when the source gave none
 */
public record Utterance(
        int id,
        int channel,
        Party party,
        long startMs,
        long endMs,
        String text,
        @Nullable Double confidence,
        List<Word> words) {
    public Utterance {
        Objects.requireNonNull(party, "party");
        Objects.requireNonNull(text, "text");
        words = words == null ? List.of() : List.copyOf(words);
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
    }
}
