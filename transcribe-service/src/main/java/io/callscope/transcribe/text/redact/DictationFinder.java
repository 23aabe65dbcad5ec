package io.callscope.transcribe.text.redact;

import io.callscope.transcribe.text.numbers.NumberContext;
import io.callscope.transcribe.text.numbers.NumberReader;
import io.callscope.transcribe.text.numbers.SpokenNumber;
import io.callscope.transcribe.text.rewrite.Line;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what is dictated: numbers that one voice says one behind the other, across fillers, corrections, pauses and the
 * other's "угу". Amounts, shares, counts, dates and times are no part of a dictation. Immutable, thread-safe.
 */
final class DictationFinder {
    private static final long PAUSE_MS = 12_000;
    private static final int OTHERS_WORDS = 1;
    private static final int BRIDGE_WORDS = 8;
    private static final int LONG = 7;
    private static final long LARGEST_FIGURE = 999_999;

    private final NumberReader reader;
    private final NumberContext context;
    private final Speech speech;

    DictationFinder(String language) {
        this.reader = NumberReader.of(language);
        this.context = NumberContext.of(language);
        this.speech = Speech.of(language);
    }

    /**
     * All dictations of a call, also of a single number.
     *
     * @param taken by line, tokens that are something else already
     * @return in order of their first figure
     */
    List<Dictation> find(List<Line> lines, List<BitSet> taken, Cues cues) {
        Map<Voice, List<Integer>> byVoice = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            byVoice.computeIfAbsent(Voice.of(lines.get(i).utterance()), any -> new ArrayList<>())
                    .add(i);
        }
        List<Dictation> found = new ArrayList<>();
        byVoice.forEach((voice, own) -> {
            Listener listener = new Listener(voice, lines, cues);
            for (int line : own) {
                listener.line(line, taken.get(line));
            }
            listener.close();
            found.addAll(listener.found);
        });
        found.sort(Comparator.comparingInt(
                        (Dictation dictation) -> dictation.first().line())
                .thenComparingInt(dictation -> dictation.first().from()));
        return found;
    }

    /** Follows one voice through a call. */
    private final class Listener {
        private final Voice voice;
        private final List<Line> lines;
        private final Cues cues;
        private final List<Dictation> found = new ArrayList<>();
        private List<Figures> open = new ArrayList<>();
        private int bridged;
        private boolean plus;
        private boolean strayed;

        Listener(Voice voice, List<Line> lines, Cues cues) {
            this.voice = voice;
            this.lines = lines;
            this.cues = cues;
        }

        void close() {
            if (!open.isEmpty()) {
                found.add(new Dictation(voice, open));
            }
            open = new ArrayList<>();
            bridged = 0;
            plus = false;
            strayed = false;
        }

        void line(int number, BitSet taken) {
            Line line = lines.get(number);
            if (!open.isEmpty() && !goesOn(open.get(open.size() - 1).line(), number)) {
                close();
            }
            BitSet settled = Settled.in(line, context);
            settled.or(taken);
            int at = 0;
            while (at < line.size()) {
                at = settled.get(at) ? skip(at) : token(line, number, at, settled);
            }
        }

        private int skip(int at) {
            close();
            return at + 1;
        }

        private int token(Line line, int number, int at, BitSet settled) {
            int bridge = speech.bridge(line.forms(), at);
            SpokenNumber figure = bridge > 1 ? null : reader.at(line.forms(), at);
            if (figure != null && settled.get(at, figure.to()).isEmpty()) {
                add(line, number, figure);
                return figure.to();
            }
            if (bridge > 0) {
                plus = speech.list("plus").at(line.forms(), at);
                bridged += bridge;
                if (bridged > BRIDGE_WORDS) {
                    close();
                }
                return at + bridge;
            }
            stray(number, at);
            return at + 1;
        }

        /** Another word ends a dictation, but for one misheard in the midst of what is known to be dictated. */
        private void stray(int number, int at) {
            boolean known = !open.isEmpty()
                    && open.get(open.size() - 1).line() == number
                    && !strayed
                    && length() >= 3
                    && length() < 16
                    && isKnown();
            if (known && reader.at(lines.get(number).forms(), at + 1) != null) {
                strayed = true;
                return;
            }
            close();
        }

        private boolean isKnown() {
            Cues.Kind kind = cues.before(open.get(0).line(), open.get(0).from());
            return kind == Cues.Kind.CARD
                    || kind == Cues.Kind.PHONE
                    || kind == Cues.Kind.SNILS
                    || kind == Cues.Kind.INN;
        }

        private int length() {
            return open.stream().mapToInt(figures -> figures.digits().length()).sum();
        }

        private void add(Line line, int number, SpokenNumber figure) {
            Figures figures = new Figures(number, figure.from(), figure.to(), figure.digits(), isPlus(line, figure));
            if (isQuantity(line, figure)) {
                boolean joins = bridged == 0
                        && !open.isEmpty()
                        && open.get(open.size() - 1).line() == number
                        && length() + figure.digits().length() >= LONG;
                if (joins) {
                    open.add(figures);
                }
                close();
                return;
            }
            open.add(figures);
            bridged = 0;
            plus = false;
        }

        private boolean isPlus(Line line, SpokenNumber figure) {
            return plus || line.before(figure.from()).indexOf('+') >= 0;
        }

        private boolean goesOn(int last, int next) {
            long pause = lines.get(next).utterance().startMs()
                    - lines.get(last).utterance().endMs();
            if (pause > PAUSE_MS) {
                return false;
            }
            for (int i = last + 1; i < next; i++) {
                if (!Voice.of(lines.get(i).utterance()).equals(voice) && (cues.any(i) || !isLight(lines.get(i)))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether what the other says in between is no more than a nod or the figures repeated. */
    private boolean isLight(Line line) {
        int words = 0;
        int at = 0;
        while (at < line.size()) {
            int bridge = Math.max(
                    speech.bridge(line.forms(), at),
                    reader.isNumeral(line.forms().get(at)) ? 1 : 0);
            words += bridge > 0 ? 0 : 1;
            at += Math.max(1, bridge);
        }
        return words <= OTHERS_WORDS;
    }

    private boolean isQuantity(Line line, SpokenNumber figure) {
        List<String> words = line.forms();
        int next = figure.to();
        boolean written = line.tokens().get(figure.from()).digits();
        if (figure.ordinal() || !figure.fraction().isEmpty() || !written && figure.value() > LARGEST_FIGURE) {
            return true;
        }
        boolean together = next < line.size() && line.before(next).chars().noneMatch(c -> ".!?;".indexOf(c) >= 0);
        if (together && (context.isUnit(words, next) || isDay(figure) && context.isMonth(words, next))) {
            return true;
        }
        boolean afterMonth = context.isMonth(words, figure.from() - 1);
        return afterMonth && (isDay(figure) || isYear(figure))
                || together && isYear(figure) && context.isYear(words, next);
    }

    private static boolean isDay(SpokenNumber number) {
        return number.value() >= 1 && number.value() <= 31 && number.digits().length() <= 2;
    }

    private static boolean isYear(SpokenNumber number) {
        return number.digits().length() == 4 && number.value() >= 1900 && number.value() <= 2100;
    }
}
