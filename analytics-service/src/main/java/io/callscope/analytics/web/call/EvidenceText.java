package io.callscope.analytics.web.call;

import io.callscope.model.analysis.Evidence;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an utterance into pieces so that words and evidence, however they overlap, never need nested elements: every
 * border of a word or an evidence is a border of a piece. Stateless.
 */
public final class EvidenceText {
    /** How far ahead a word is looked for, in characters: numbers and names may be written unlike they were heard. */
    private static final int SEARCH_AHEAD = 40;

    private EvidenceText() {}

    /** What stands on some words. */
    enum Highlight {
        BARRIER,
        DRIVER,
        SIGNAL,
        FLAG,
        REPEAT;

        String style() {
            return "ev-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Evidence within one utterance. */
    record Span(int start, int end, Highlight highlight) {
        static Span of(Evidence evidence, Highlight highlight, int length) {
            int end = Math.min(evidence.endChar(), length);
            return new Span(Math.min(evidence.startChar(), end), end, highlight);
        }
    }

    private record Spoken(int start, int end, long startMs) {}

    static List<Piece> pieces(Utterance utterance, List<Span> spans) {
        String text = utterance.text();
        List<Spoken> words = locate(text, utterance.words());
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, text.length()));
        for (Spoken word : words) {
            borders.add(word.start());
            borders.add(word.end());
        }
        for (Span span : spans) {
            borders.add(span.start());
            borders.add(span.end());
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        int next = 0;
        for (int to : borders.tailSet(1)) {
            while (next < words.size() && words.get(next).end() <= from) {
                next++;
            }
            Spoken word = next < words.size() && words.get(next).start() <= from ? words.get(next) : null;
            pieces.add(new Piece(text.substring(from, to), word == null ? null : word.startMs(), styles(spans, from)));
            from = to;
        }
        return pieces;
    }

    private static String styles(List<Span> spans, int at) {
        Set<Highlight> found = EnumSet.noneOf(Highlight.class);
        for (Span span : spans) {
            if (span.start() <= at && at < span.end()) {
                found.add(span.highlight());
            }
        }
        StringBuilder styles = new StringBuilder();
        for (Highlight highlight : found) {
            styles.append(styles.isEmpty() ? "ev " : " ").append(highlight.style());
        }
        return styles.toString();
    }

    /** Where the recognised words stand in the text; those that are not found are left out. */
    private static List<Spoken> locate(String text, List<Word> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            return List.of();
        }
        List<Spoken> located = new ArrayList<>();
        int from = 0;
        for (Word word : words) {
            String sought = word.text().toLowerCase(Locale.ROOT);
            int at = sought.isEmpty() ? -1 : lower.indexOf(sought, from);
            if (at >= 0 && at - from <= SEARCH_AHEAD) {
                located.add(new Spoken(at, at + sought.length(), word.startMs()));
                from = at + sought.length();
            }
        }
        return located;
    }

    /**
     * A run of characters that look and act alike.
     *
     * @param text the characters
     * @param startMs when the word that they belong to was said; null between words
     * @param styles classes of the style sheet; empty when nothing stands on them
     */
    public record Piece(String text, @Nullable Long startMs, String styles) {
        public boolean isPlain() {
            return startMs == null && styles.isEmpty();
        }
    }
}
