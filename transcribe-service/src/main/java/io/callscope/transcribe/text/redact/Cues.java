package io.callscope.transcribe.text.redact;

import io.callscope.transcribe.text.rewrite.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where in a call it is said what figures are: "номер карты", "call me back". Immutable. */
final class Cues {
    private static final int WITHIN_WORDS = 40;
    private static final long WITHIN_MS = 45_000;
    private static final int AFTERWARDS_WITHIN_WORDS = 6;

    /** What figures may be said to be. */
    enum Kind {
        CARD,
        CVV,
        PHONE,
        SNILS,
        INN,
        PASSPORT,
        EMAIL,
        EXPIRY,
        /** Something that is no personal data, such as an order. */
        OTHER;

        private String list() {
            return "cue-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A cue.
     *
     * @param line where it is said
     * @param from its first token
     * @param to one past its last
     */
    record Cue(Kind kind, int line, int from, int to) {}

    private final List<Line> lines;
    private final List<List<Cue>> byLine = new ArrayList<>();

    Cues(List<Line> lines, Speech speech) {
        this.lines = lines;
        for (int i = 0; i < lines.size(); i++) {
            byLine.add(find(lines.get(i), i, speech));
        }
    }

    private static List<Cue> find(Line line, int number, Speech speech) {
        List<Cue> cues = new ArrayList<>();
        for (int at = 0; at < line.size(); at++) {
            for (Kind kind : Kind.values()) {
                int length = speech.list(kind.list()).lengthAt(line.forms(), at);
                if (length > 0) {
                    cues.add(new Cue(kind, number, at, at + length));
                }
            }
        }
        return cues;
    }

    /** Whether a line says anything of what figures are. */
    boolean any(int line) {
        return !byLine.get(line).isEmpty();
    }

    /** All cues of a kind in order. */
    List<Cue> of(Kind kind) {
        return byLine.stream()
                .flatMap(List::stream)
                .filter(cue -> cue.kind() == kind)
                .toList();
    }

    /** What the figures that begin at a token are said to be, by whomever: the nearest cue before; null when none is near. */
    @Nullable
    Kind before(int line, int token) {
        int words = token;
        for (int i = line; i >= 0; i--) {
            Cue last = last(i, i == line ? token : Integer.MAX_VALUE);
            if (last != null) {
                return words - last.to() <= WITHIN_WORDS ? last.kind() : null;
            }
            if (i == 0) {
                return null;
            }
            words += lines.get(i - 1).size();
            long pause = lines.get(line).utterance().startMs()
                    - lines.get(i - 1).utterance().endMs();
            if (words - lines.get(i - 1).size() > WITHIN_WORDS || pause > WITHIN_MS) {
                return null;
            }
        }
        return null;
    }

    private @Nullable Cue last(int line, int before) {
        Cue last = null;
        for (Cue cue : byLine.get(line)) {
            boolean ends = cue.to() <= before;
            if (ends && cue.kind() != Kind.EXPIRY && (last == null || cue.to() >= last.to())) {
                last = cue;
            }
        }
        return last;
    }

    /** What figures are said to be right behind them; null when nothing is said. */
    @Nullable
    Kind after(int line, int token) {
        for (Cue cue : byLine.get(line)) {
            if (cue.from() >= token && cue.from() - token <= AFTERWARDS_WITHIN_WORDS) {
                return cue.kind();
            }
        }
        return null;
    }
}
