package io.callscope.transcribe.text.numbers;

import io.callscope.transcribe.text.numbers.Numeral.Rank;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads spoken numbers: hundreds before tens before units, groups before falling scales, as both languages build them.
 * Where a word cannot continue a number the number ends and the next may begin, so figures that are dictated come as
 * one number after another. Immutable, thread-safe.
 */
public final class NumberReader {
    private static final String AND = "and";
    private static final String ARTICLE = "a";
    private static final int MAX_REPEATS = 6;

    private final Numerals numerals;

    private NumberReader(Numerals numerals) {
        this.numerals = numerals;
    }

    /** Reads a language, {@code ru} or {@code en}; in any other only what is written in digits is a number. */
    public static NumberReader of(String language) {
        return new NumberReader(Numerals.of(Objects.requireNonNull(language, "language")));
    }

    /** Whether a word can stand in a number. */
    public boolean isNumeral(String word) {
        return isDigits(word) || numerals.get(word) != null;
    }

    /**
     * The longest number that begins at a word.
     *
     * @param words lower case, "е" for "ё"
     * @return null when none begins there
     */
    public @Nullable SpokenNumber at(List<String> words, int from) {
        if (from >= words.size()) {
            return null;
        }
        if (isDigits(words.get(from))) {
            return new SpokenNumber(words.get(from), "", from, from + 1, false, false);
        }
        SpokenNumber named = figures(words, from);
        return named != null ? named : quantity(words, from);
    }

    static boolean isDigits(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private @Nullable Numeral numeral(List<String> words, int at) {
        return at >= 0 && at < words.size() ? numerals.get(words.get(at)) : null;
    }

    private boolean is(List<String> words, int at, Rank rank) {
        Numeral numeral = numeral(words, at);
        return numeral != null && numeral.is(rank) && !numeral.ordinal();
    }

    /** Zeros, "double five", "три семёрки". */
    private @Nullable SpokenNumber figures(List<String> words, int from) {
        Numeral first = numeral(words, from);
        if (first == null || first.ordinal()) {
            return null;
        }
        Numeral second = numeral(words, from + 1);
        return switch (first.rank()) {
            case ZERO -> named("0", 1, from, from + 1);
            case LETTER_ZERO ->
                figure(words, from - 1) || figure(words, from + 1) ? named("0", 1, from, from + 1) : null;
            case FIGURE -> named(Long.toString(first.value()), 1, from, from + 1);
            case REPEAT ->
                second != null && !second.ordinal() && isOneFigure(second)
                        ? named(Long.toString(second.value()), (int) first.value(), from, from + 2)
                        : null;
            case UNIT ->
                second != null
                                && (second.is(Rank.FIGURE) || second.is(Rank.ZERO_NAME))
                                && first.value() > 1
                                && first.value() <= MAX_REPEATS
                        ? named(Long.toString(second.value()), (int) first.value(), from, from + 2)
                        : null;
            default -> null;
        };
    }

    private static boolean isOneFigure(Numeral numeral) {
        return numeral.is(Rank.UNIT) || numeral.is(Rank.ZERO) || numeral.is(Rank.LETTER_ZERO);
    }

    private static SpokenNumber named(String digit, int times, int from, int to) {
        return new SpokenNumber(digit.repeat(times), "", from, to, false, true);
    }

    /** Whether a word is part of a number beyond doubt. */
    private boolean figure(List<String> words, int at) {
        if (at >= 0 && at < words.size() && isDigits(words.get(at))) {
            return true;
        }
        Numeral numeral = numeral(words, at);
        return numeral != null && !numeral.ordinal() && !numeral.is(Rank.SCALE);
    }

    private @Nullable SpokenNumber quantity(List<String> words, int from) {
        long total = 0;
        long scale = Long.MAX_VALUE;
        int at = from;
        while (true) {
            Group group = group(words, at, scale);
            if (group == null && !(at == from && is(words, at, Rank.SCALE))) {
                return at == from ? null : number(total, "", from, at, false);
            }
            // "тысяча пятьсот": a scale at the beginning is one of it
            int behind = group == null ? at : group.to();
            Numeral multiplier = group != null && group.ordinal() ? null : numeral(words, behind);
            boolean scaled = multiplier != null && multiplier.is(Rank.SCALE) && multiplier.value() < scale;
            if (group != null && (group.half() || !scaled)) {
                return last(words, from, at, total, scale, group);
            }
            total += (group == null ? 1 : group.value())
                    * Objects.requireNonNull(multiplier).value();
            scale = multiplier.value();
            at = behind + 1;
            if (multiplier.ordinal()) {
                return number(total, "", from, at, true);
            }
        }
    }

    /** The number with its last group, if that fits behind the scale before it. */
    private SpokenNumber last(List<String> words, int from, int at, long total, long scale, Group group) {
        if (group.half()) {
            Numeral multiplier = numeral(words, group.to());
            if (multiplier != null && multiplier.is(Rank.SCALE) && multiplier.value() < scale) {
                return number(total + multiplier.value() * 3 / 2, "", from, group.to() + 1, false);
            }
            return at == from ? number(1, "5", from, group.to(), false) : number(total, "", from, at, false);
        }
        return group.value() < scale
                ? number(total + group.value(), "", from, group.to(), group.ordinal())
                : number(total, "", from, at, false);
    }

    private static SpokenNumber number(long value, String fraction, int from, int to, boolean ordinal) {
        return new SpokenNumber(Long.toString(value), fraction, from, to, ordinal, false);
    }

    /**
     * A number below a thousand (in English below ten thousand: "forty two hundred").
     *
     * @param half one and a half
     */
    private record Group(long value, int from, int to, boolean ordinal, boolean half) {}

    private @Nullable Group group(List<String> words, int start, long scale) {
        int at = start;
        boolean joined =
                scale != Long.MAX_VALUE && at < words.size() && words.get(at).equals(AND);
        if (joined) {
            at++;
        }
        Numeral first = numeral(words, at);
        if (first != null && first.is(Rank.THOUSANDS)) {
            return new Group(first.value(), start, at + 1, first.ordinal(), false);
        }
        if (first != null && first.is(Rank.ONE_AND_A_HALF)) {
            return new Group(first.value(), start, at + 1, false, first.value() == 1);
        }
        if (first != null && first.is(Rank.HUNDRED)) {
            return first.ordinal()
                    ? new Group(first.value(), start, at + 1, true, false)
                    : rest(words, start, at + 1, first.value(), false);
        }
        if (at + 1 < words.size() && words.get(at).equals(ARTICLE) && hundredOrScale(words, at + 1)) {
            return is(words, at + 1, Rank.TIMES_HUNDRED)
                    ? rest(words, start, at + 2, 100, true)
                    : new Group(1, start, at + 1, false, false);
        }
        Group below = belowHundred(words, at);
        if (below == null) {
            return null;
        }
        Numeral hundred = below.ordinal() ? null : numeral(words, below.to());
        if (hundred != null && hundred.is(Rank.TIMES_HUNDRED)) {
            return hundred.ordinal()
                    ? new Group(below.value() * 100, start, below.to() + 1, true, false)
                    : rest(words, start, below.to() + 1, below.value() * 100, true);
        }
        return new Group(below.value(), start, below.to(), below.ordinal(), false);
    }

    private boolean hundredOrScale(List<String> words, int at) {
        return is(words, at, Rank.TIMES_HUNDRED) || is(words, at, Rank.SCALE);
    }

    /** What comes behind hundreds. */
    private Group rest(List<String> words, int start, int at, long hundreds, boolean english) {
        boolean and = english && at < words.size() && words.get(at).equals(AND);
        Group below = belowHundred(words, and ? at + 1 : at);
        boolean figuresFollow = below != null && !and && isUnit(words, at) && isUnit(words, at + 1);
        if (below == null || figuresFollow) {
            // "восемьсот пять пять пять" is dictated: 800 and then figures
            return new Group(hundreds, start, at, false, false);
        }
        return new Group(hundreds + below.value(), start, below.to(), below.ordinal(), false);
    }

    private boolean isUnit(List<String> words, int at) {
        return is(words, at, Rank.UNIT);
    }

    private @Nullable Group belowHundred(List<String> words, int at) {
        Numeral first = numeral(words, at);
        if (first == null) {
            return null;
        }
        if (first.is(Rank.UNIT) || first.is(Rank.TEEN)) {
            return new Group(first.value(), at, at + 1, first.ordinal(), false);
        }
        if (!first.is(Rank.TEN)) {
            return null;
        }
        Numeral second = first.ordinal() ? null : numeral(words, at + 1);
        return second != null && second.is(Rank.UNIT) && !counted(words, at + 1)
                ? new Group(first.value() + second.value(), at, at + 2, second.ordinal(), false)
                : new Group(first.value(), at, at + 1, first.ordinal(), false);
    }

    /** "сорок три семёрки" is 40 and 777. */
    private boolean counted(List<String> words, int at) {
        Numeral next = numeral(words, at + 1);
        return next != null && (next.is(Rank.FIGURE) || next.is(Rank.ZERO_NAME));
    }
}
