package io.callscope.analytics.rules;

import io.callscope.model.transcript.SpokenText;
import io.callscope.model.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;

/**
 * When the characters of an utterance as it was said are said: by the recogniser's words when they are those of the
 * text, otherwise in even pace over the utterance. Immutable.
 */
public final class WordTimes {
    private final Utterance utterance;
    private final int length;
    /** Place of the first character after each word of the text; empty when the words are not those of the text. */
    private final List<Integer> wordEnds;

    /**
     * @param spoken what was said in the utterance
     */
    public WordTimes(Utterance utterance, SpokenText spoken) {
        this.utterance = utterance;
        this.length = spoken.text().length();
        List<Integer> ends = ends(spoken.text());
        this.wordEnds = ends.size() == utterance.words().size() ? ends : List.of();
    }

    private static List<Integer> ends(String text) {
        List<Integer> ends = new ArrayList<>();
        for (int i = 1; i <= text.length(); i++) {
            boolean gap = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (gap && !Character.isWhitespace(text.charAt(i - 1))) {
                ends.add(i);
            }
        }
        return ends;
    }

    /** When the character of the spoken text begins, from the start of the call, milliseconds. */
    public long startMs(int startChar) {
        for (int i = 0; i < wordEnds.size(); i++) {
            if (startChar < wordEnds.get(i)) {
                return utterance.words().get(i).startMs();
            }
        }
        return even(startChar);
    }

    /** When what stands before the character of the spoken text ends, from the start of the call, milliseconds. */
    public long endMs(int endChar) {
        for (int i = 0; i < wordEnds.size(); i++) {
            if (endChar <= wordEnds.get(i)) {
                return utterance.words().get(i).endMs();
            }
        }
        return even(endChar);
    }

    private long even(int character) {
        long duration = utterance.endMs() - utterance.startMs();
        return utterance.startMs() + duration * character / Math.max(1, length);
    }
}
