package io.callscope.analytics.search;

import io.callscope.analytics.search.Quote.Piece;
import io.callscope.model.transcript.SensitiveData;
import java.util.ArrayList;
import java.util.List;

/**
 * Text in which words are marked by characters of Unicode's private use area, as {@code ts_headline} is told to. They
 * only say where marked words begin and end; everything that is shown comes from the text itself. Stateless.
 */
final class MarkedText {
    /** Stands before a marked word. */
    static final char START = '\uE000';

    /** Stands behind it. */
    static final char END = '\uE001';

    private static final int BEFORE = 60;
    private static final int SHOWN = 180;
    private static final String MORE = "…";

    private MarkedText() {}

    /** Characters of the text, from one to before the other. */
    record Span(int from, int to) {}

    /**
     * The text around its first marked word.
     *
     * @param text as it was said
     * @param marked the same text, character by character, with {@link #START} and {@link #END} put in
     */
    static List<Piece> pieces(String text, String marked) {
        return pieces(text, spans(text, marked));
    }

    private static List<Span> spans(String text, String marked) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        int from = -1;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == START) {
                from = at;
            } else if (c == END && from >= 0) {
                spans.add(new Span(from, at));
                from = -1;
            } else {
                at++;
            }
        }
        // anything but the same text would put the marks at the wrong words
        return at == text.length() ? withoutTakenOut(text, spans) : List.of();
    }

    /** What stands for something taken out is no word of the call, and is not to be torn apart. */
    private static List<Span> withoutTakenOut(String text, List<Span> spans) {
        List<Span> words = new ArrayList<>(spans);
        for (SensitiveData data : SensitiveData.values()) {
            String placeholder = data.placeholder();
            for (int at = text.indexOf(placeholder); at >= 0; at = text.indexOf(placeholder, at + 1)) {
                int from = at;
                words.removeIf(span -> span.from() < from + placeholder.length() && from < span.to());
            }
        }
        return words;
    }

    private static List<Piece> pieces(String text, List<Span> spans) {
        int begin = spans.isEmpty() ? 0 : wordBefore(text, spans.get(0).from() - BEFORE);
        int end = wordAfter(text, begin + SHOWN);
        List<Piece> pieces = new ArrayList<>();
        add(pieces, begin > 0 ? MORE : "", false);
        int at = begin;
        for (Span span : spans) {
            if (span.to() <= end) {
                add(pieces, text.substring(at, span.from()), false);
                add(pieces, text.substring(span.from(), span.to()), true);
                at = span.to();
            }
        }
        add(pieces, text.substring(at, end) + (end < text.length() ? MORE : ""), false);
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, boolean isSought) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, isSought));
        }
    }

    /** The beginning of the word that is at a place, so that no word and no surrogate pair is cut. */
    private static int wordBefore(String text, int place) {
        if (place <= 0) {
            return 0;
        }
        int space = text.lastIndexOf(' ', place);
        return space < 0 || place - space > BEFORE ? atCharacter(text, place) : space + 1;
    }

    private static int wordAfter(String text, int place) {
        if (place >= text.length()) {
            return text.length();
        }
        int space = text.indexOf(' ', place);
        return space < 0 || space - place > BEFORE ? atCharacter(text, place) : space;
    }

    private static int atCharacter(String text, int place) {
        return Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }
}
