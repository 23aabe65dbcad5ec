package io.callscope.transcribe.recognize;

import io.callscope.model.transcript.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recogniser gave as one result of one channel: it heard an end behind it. Immutable.
 *
 * @param words in order of time, times from the start of the recording
 * @param speaker the voice; null when no speaker model listened, or the phrase is too short
 */
public record Phrase(List<Word> words, @Nullable SpeakerVector speaker) {
    public Phrase {
        words = List.copyOf(words);
    }

    /** A phrase of nobody knows whose voice. */
    public Phrase(List<Word> words) {
        this(words, null);
    }
}
