package io.callscope.transcribe.recognize;

import io.callscope.model.transcript.Word;
import java.util.List;

/**
 * What a recogniser gave as one result of one channel: it heard an end behind it. Immutable.
 *
 * @param words in order of time, times from the start of the recording
 */
public record Phrase(List<Word> words) {
    public Phrase {
        words = List.copyOf(words);
    }
}
