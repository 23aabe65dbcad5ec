package io.callscope.transcribe.text.rewrite;

import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import io.callscope.transcribe.text.token.TextToken;
import java.util.ArrayList;
import java.util.List;

/**
 * An utterance as the text steps see it: its words and digits with their places and times. Times are those of the
 * recogniser's words where these are the words of the text, otherwise in even pace over the utterance. Immutable.
 */
public final class Line {
    private final Utterance utterance;
    private final List<TextToken> tokens;
    private final List<String> forms;
    /** Borders of the pieces between white space; empty when they are not the recogniser's words. */
    private final List<int[]> pieces;

    public Line(Utterance utterance) {
        this.utterance = utterance;
        this.tokens = List.copyOf(TextToken.of(utterance.text()));
        this.forms = tokens.stream().map(TextToken::form).toList();
        List<int[]> found = pieces(utterance.text());
        this.pieces = found.size() == utterance.words().size() ? found : List.of();
    }

    private static List<int[]> pieces(String text) {
        List<int[]> pieces = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean gap = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (gap && start >= 0) {
                pieces.add(new int[] {start, i});
                start = -1;
            } else if (!gap && start < 0) {
                start = i;
            }
        }
        return pieces;
    }

    public Utterance utterance() {
        return utterance;
    }

    public List<TextToken> tokens() {
        return tokens;
    }

    /** The tokens as they are looked up. */
    public List<String> forms() {
        return forms;
    }

    public int size() {
        return tokens.size();
    }

    /** What stands between a token and the one before it, or the beginning. */
    public String before(int token) {
        return utterance
                .text()
                .substring(
                        token == 0 ? 0 : tokens.get(token - 1).end(),
                        token == size()
                                ? utterance.text().length()
                                : tokens.get(token).start());
    }

    /** Whether the recogniser's words are those of the text, one by one. */
    public boolean timed() {
        return !pieces.isEmpty();
    }

    /** The recogniser's words that some characters belong to: the first, and one past the last. */
    int[] words(int startChar, int endChar) {
        int first = 0;
        while (pieces.get(first)[1] <= startChar) {
            first++;
        }
        int last = first;
        while (last < pieces.size() && pieces.get(last)[0] < endChar) {
            last++;
        }
        return new int[] {first, last};
    }

    /** When some characters begin, from the start of the call, milliseconds. */
    public long startMs(int startChar) {
        if (!timed()) {
            return even(startChar);
        }
        return word(words(startChar, startChar + 1)[0]).startMs();
    }

    /** When some characters end, from the start of the call, milliseconds. */
    public long endMs(int endChar) {
        if (!timed()) {
            return even(endChar);
        }
        return word(words(endChar - 1, endChar)[1] - 1).endMs();
    }

    private Word word(int place) {
        return utterance.words().get(place);
    }

    private long even(int character) {
        long length = utterance.endMs() - utterance.startMs();
        return utterance.startMs()
                + length * character / Math.max(1, utterance.text().length());
    }
}
