package io.callscope.analytics.web.call;

import io.callscope.model.analysis.Evidence;
import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.SensitiveData;
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
 * border of a word or an evidence is a border of a piece. What is written otherwise than it was said is one piece
 * whatever stands on it, at the time at which it was said. Stateless.
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

    /** Characters that were said at a time. */
    private record Spoken(int start, int end, long startMs) {}

    static List<Piece> pieces(Utterance utterance, List<Span> spans) {
        String text = utterance.text();
        List<Spoken> words = new ArrayList<>(locate(utterance));
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, text.length()));
        for (Spoken word : words) {
            borders.add(word.start());
            borders.add(word.end());
        }
        for (Span span : spans) {
            borders.add(span.start());
            borders.add(span.end());
        }
        for (Rewrite rewrite : utterance.rewrites()) {
            borders.subSet(rewrite.startChar(), false, rewrite.endChar(), false).clear();
            borders.add(rewrite.startChar());
            borders.add(rewrite.endChar());
        }
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        int next = 0;
        for (int to : borders.tailSet(1)) {
            while (next < words.size() && words.get(next).end() <= from) {
                next++;
            }
            Spoken word = next < words.size() && words.get(next).start() <= from ? words.get(next) : null;
            pieces.add(new Piece(
                    text.substring(from, to),
                    word == null ? null : word.startMs(),
                    styles(spans, from, to),
                    rewriteAt(utterance, from)));
            from = to;
        }
        return pieces;
    }

    private static @Nullable Rewrite rewriteAt(Utterance utterance, int at) {
        for (Rewrite rewrite : utterance.rewrites()) {
            if (rewrite.startChar() <= at && at < rewrite.endChar()) {
                return rewrite;
            }
        }
        return null;
    }

    private static String styles(List<Span> spans, int from, int to) {
        Set<Highlight> found = EnumSet.noneOf(Highlight.class);
        for (Span span : spans) {
            if (span.start() < to && from < span.end()) {
                found.add(span.highlight());
            }
        }
        StringBuilder styles = new StringBuilder();
        for (Highlight highlight : found) {
            styles.append(styles.isEmpty() ? "ev " : " ").append(highlight.style());
        }
        return styles.toString();
    }

    /**
     * Where words stand in the text and when they were said. Those of a rewrite stand in it together; of the others each
     * is looked for between the rewrites around it, and those that are not found are left out.
     */
    private static List<Spoken> locate(Utterance utterance) {
        String lower = utterance.text().toLowerCase(Locale.ROOT);
        List<Spoken> located = new ArrayList<>();
        if (lower.length() != utterance.text().length()) {
            return located;
        }
        int from = 0;
        int next = 0;
        List<Rewrite> rewrites = utterance.rewrites();
        for (Word word : utterance.words()) {
            while (next < rewrites.size() && rewrites.get(next).endMs() <= word.startMs()) {
                from = add(located, rewrites.get(next));
                next++;
            }
            boolean rewritten = next < rewrites.size() && rewrites.get(next).startMs() < word.endMs();
            int until = next < rewrites.size() ? rewrites.get(next).startChar() : lower.length();
            String sought = word.text().toLowerCase(Locale.ROOT);
            int at = rewritten || sought.isEmpty() ? -1 : lower.indexOf(sought, from);
            if (at >= 0 && at - from <= SEARCH_AHEAD && at + sought.length() <= until) {
                located.add(new Spoken(at, at + sought.length(), word.startMs()));
                from = at + sought.length();
            }
        }
        for (; next < rewrites.size(); next++) {
            add(located, rewrites.get(next));
        }
        return located;
    }

    private static int add(List<Spoken> located, Rewrite rewrite) {
        located.add(new Spoken(rewrite.startChar(), rewrite.endChar(), rewrite.startMs()));
        return rewrite.endChar();
    }

    /**
     * A run of characters that look and act alike.
     *
     * @param text the characters
     * @param startMs when the word that they belong to was said; null between words
     * @param styles classes of the style sheet; empty when nothing stands on them
     * @param rewrite why they are written otherwise than they were said; null when they are not
     */
    public record Piece(
            String text,
            @Nullable Long startMs,
            String styles,
            @Nullable Rewrite rewrite) {
        Piece(String text, @Nullable Long startMs, String styles) {
            this(text, startMs, styles, null);
        }

        public boolean isPlain() {
            return startMs == null && styles.isEmpty() && rewrite == null;
        }

        /** What was taken out here; null when nothing was. */
        public @Nullable SensitiveData takenOut() {
            return rewrite == null ? null : rewrite.sensitive();
        }

        /** What was said instead; null when that is what is written, or was taken out. */
        public @Nullable String spoken() {
            return rewrite == null ? null : rewrite.spoken();
        }
    }
}
