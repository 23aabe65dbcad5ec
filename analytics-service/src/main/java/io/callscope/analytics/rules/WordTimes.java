package io.callscope.analytics.rules;

import io.callscope.model.transcript.SpokenText;
import io.callscope.model.transcript.Utterance;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * When the characters of an utterance as it was said are said: by the recogniser's words when they are those of the
 * text, otherwise in even pace over the utterance. Immutable.
 */
public final class WordTimes {
    private static final int[] NONE = {};

    private final Utterance utterance;
    private final int length;
    /** Place of the first character after each word of the text; empty when the words are not those of the text. */
    private final int[] wordEnds;

    /**
     * @param spoken what was said in the utterance
     */
    public WordTimes(Utterance utterance, SpokenText spoken) {
        this.utterance = utterance;
        this.length = spoken.text().length();
        int[] ends = utterance.words().isEmpty() ? NONE : ends(spoken.text());
        this.wordEnds = ends.length == utterance.words().size() ? ends : NONE;
    }

    private static int[] ends(String text) {
        IntStream.Builder ends = IntStream.builder();
        for (int i = 1; i <= text.length(); i++) {
            boolean gap = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (gap && !Character.isWhitespace(text.charAt(i - 1))) {
                ends.add(i);
            }
        }
        return ends.build().toArray();
    }

    /** When the character of the spoken text begins, from the start of the call, milliseconds. */
    public long startMs(int startChar) {
        int word = firstEndingAt(startChar + 1);
        return word < wordEnds.length ? utterance.words().get(word).startMs() : even(startChar);
    }

    /** When what stands before the character of the spoken text ends, from the start of the call, milliseconds. */
    public long endMs(int endChar) {
        int word = firstEndingAt(endChar);
        return word < wordEnds.length ? utterance.words().get(word).endMs() : even(endChar);
    }

    /** The first word that ends at a character or behind it. */
    private int firstEndingAt(int character) {
        int at = Arrays.binarySearch(wordEnds, character);
        return at < 0 ? -at - 1 : at;
    }

    private long even(int character) {
        long duration = utterance.endMs() - utterance.startMs();
        return utterance.startMs() + duration * character / Math.max(1, length);
    }
}
