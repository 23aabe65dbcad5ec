package io.callscope.transcribe.text.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which spoken numbers are written in digits, and how. Small numbers that stand alone stay words: "один" and
 * "one" are more often a pronoun than a number, and "первый раз" is no date. Immutable, thread-safe.
 */
public final class NumberWriter {
    /** From here on a number that stands alone is written in digits. */
    private static final int LEAST_ALONE = 10;

    private static final int LEAST_DICTATED = 3;
    private static final long MILLION = 1_000_000;
    private static final int LAST_YEAR = 2_100;

    private final NumberReader reader;
    private final NumberContext context;
    private final Numerals numerals;
    private final ClockReader clock;
    private final String decimal;
    private final boolean english;

    private NumberWriter(String language) {
        this.reader = NumberReader.of(language);
        this.context = NumberContext.of(language);
        this.numerals = Numerals.of(language);
        this.english = language.equals("en");
        this.clock = new ClockReader(reader, context, !english);
        this.decimal = english ? "." : ",";
    }

    /** Writes as a language does. */
    public static NumberWriter of(String language) {
        return new NumberWriter(Objects.requireNonNull(language, "language"));
    }

    /**
     * The numbers of some words that nothing separates.
     *
     * @param words lower case, "е" for "ё"; digits among them stay as they are
     * @return in order, none overlapping
     */
    public List<WrittenNumber> write(List<String> words) {
        List<WrittenNumber> written = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            WrittenNumber time = clock.at(words, at);
            SpokenNumber first = time == null ? reader.at(words, at) : null;
            if (time != null) {
                written.add(time);
                at = time.to();
            } else if (first == null || NumberReader.isDigits(words.get(at))) {
                at++;
            } else {
                List<SpokenNumber> run = run(words, first);
                writeRun(words, run, written);
                at = Math.max(
                        run.get(run.size() - 1).to(),
                        written.isEmpty() ? 0 : written.get(written.size() - 1).to());
            }
        }
        return written;
    }

    /** Numbers one behind the other; an ordinal ends them. */
    private List<SpokenNumber> run(List<String> words, SpokenNumber first) {
        List<SpokenNumber> run = new ArrayList<>(List.of(first));
        SpokenNumber last = first;
        while (!last.ordinal()
                && last.to() < words.size()
                && !NumberReader.isDigits(words.get(last.to()))
                && clock.at(words, last.to()) == null) {
            SpokenNumber next = reader.at(words, last.to());
            if (next == null) {
                break;
            }
            run.add(next);
            last = next;
        }
        return run;
    }

    private void writeRun(List<String> words, List<SpokenNumber> run, List<WrittenNumber> written) {
        int count = run.size();
        SpokenNumber last = run.get(count - 1);
        if (count == 1) {
            addAlone(words, last, written);
            return;
        }
        WrittenNumber pair = pair(words, run);
        if (pair != null) {
            written.add(pair);
            return;
        }
        boolean apart = last.ordinal()
                || !last.fraction().isEmpty()
                || context.isUnit(words, last.to())
                || context.isMonth(words, last.to())
                || isDecimal(words, last);
        if (count == 2 && apart && run.stream().allMatch(SpokenNumber::single)) {
            // "два три дня"
            return;
        }
        List<SpokenNumber> dictated = apart ? run.subList(0, count - 1) : run;
        addDictated(words, dictated, written);
        if (apart) {
            addAlone(words, last, written);
        }
    }

    /** A time of day, a year or a range: two numbers that are one. */
    private @Nullable WrittenNumber pair(List<String> words, List<SpokenNumber> run) {
        SpokenNumber first = run.get(0);
        SpokenNumber last = run.get(run.size() - 1);
        boolean whole = run.stream().allMatch(number -> number.fraction().isEmpty() && !number.ordinal());
        if (!whole || run.size() > 3) {
            return null;
        }
        boolean zeroBetween = run.size() == 3 && run.get(1).digits().equals("0") && last.single();
        if (run.size() == 3 && !zeroBetween) {
            return null;
        }
        if (isTime(words, first, last, zeroBetween)) {
            return new WrittenNumber(
                    first.from(), last.to(), String.format(Locale.ROOT, "%d:%02d", first.value(), last.value()));
        }
        if (english && isYear(words, first, last, zeroBetween)) {
            return new WrittenNumber(
                    first.from(), last.to(), String.format(Locale.ROOT, "%d%02d", first.value(), last.value()));
        }
        boolean range = !zeroBetween
                && last.value() > first.value()
                && last.value() <= first.value() * 10
                && (last.value() >= LEAST_ALONE ? context.isUnit(words, last.to()) : context.isMoney(words, last.to()));
        if (!range) {
            return null;
        }
        int percent = context.list("percent").lengthAt(words, last.to());
        return new WrittenNumber(
                first.from(), last.to() + percent, first.digits() + "-" + last.digits() + (percent > 0 ? "%" : ""));
    }

    private boolean isTime(List<String> words, SpokenNumber hour, SpokenNumber minute, boolean zeroBetween) {
        boolean possible =
                hour.value() < 24 && !hour.figures() && minute.value() < 60 && (zeroBetween || minute.value() >= 10);
        return possible
                && !context.isUnit(words, minute.to())
                && !context.isMonth(words, minute.to())
                && (context.list("day-part").at(words, minute.to())
                        || context.list("clock").lengthBefore(words, hour.from()) > 0);
    }

    private boolean isYear(List<String> words, SpokenNumber century, SpokenNumber year, boolean zeroBetween) {
        boolean possible = century.value() >= 18
                && century.value() <= 20
                && year.value() < 100
                && (zeroBetween || year.value() >= 10);
        int from = century.from();
        return possible
                && !context.isUnit(words, year.to())
                && (context.list("year-before").lengthBefore(words, from) > 0
                        || context.isMonth(words, from - 1)
                        || from > 1 && isOrdinal(words, from - 1) && nearMonth(words, from - 1));
    }

    private boolean isOrdinal(List<String> words, int at) {
        Numeral numeral = numerals.get(words.get(at));
        return numeral != null && numeral.ordinal();
    }

    private boolean nearMonth(List<String> words, int at) {
        return context.isMonth(words, at - 1) || context.isMonth(words, at - 2);
    }

    /** Figures one by one are joined, greater numbers stay apart: "8 916 230 45 06" is how it was dictated. */
    private void addDictated(List<String> words, List<SpokenNumber> run, List<WrittenNumber> written) {
        if (run.size() == 1) {
            addAlone(words, run.get(0), written);
            return;
        }
        int digits = run.stream().mapToInt(number -> number.digits().length()).sum();
        Predicate<SpokenNumber> plain =
                number -> number.fraction().isEmpty() && !number.ordinal() && number.value() < MILLION;
        if (digits < LEAST_DICTATED || !run.stream().allMatch(plain)) {
            run.forEach(number -> addAlone(words, number, written));
            return;
        }
        StringBuilder text = new StringBuilder(run.get(0).digits());
        for (int i = 1; i < run.size(); i++) {
            boolean joined = isFigures(run.get(i - 1)) && isFigures(run.get(i));
            text.append(joined ? "" : " ").append(run.get(i).digits());
        }
        written.add(new WrittenNumber(run.get(0).from(), run.get(run.size() - 1).to(), text.toString()));
    }

    private static boolean isFigures(SpokenNumber number) {
        return number.single() || number.figures();
    }

    private boolean isDecimal(List<String> words, SpokenNumber number) {
        return context.list("half-more").at(words, number.to())
                || context.list("point").at(words, number.to());
    }

    private void addAlone(List<String> words, SpokenNumber number, List<WrittenNumber> written) {
        if (!written.isEmpty() && written.get(written.size() - 1).to() > number.from()) {
            return;
        }
        WrittenNumber alone = number.ordinal() ? ordinal(words, number) : cardinal(words, number);
        if (alone != null) {
            written.add(alone);
        }
    }

    private @Nullable WrittenNumber ordinal(List<String> words, SpokenNumber number) {
        int next = number.to();
        boolean day = number.value() >= 1 && number.value() <= 31;
        if (english) {
            boolean beside = context.isMonth(words, number.from() - 1)
                    || context.isMonth(words, next)
                    || next < words.size() && words.get(next).equals("of") && context.isMonth(words, next + 1);
            return day && beside
                    ? new WrittenNumber(number.from(), next, number.digits() + ending(number.value()))
                    : null;
        }
        boolean date = day
                && (context.isMonth(words, next)
                        || number.value() >= LEAST_ALONE
                                && context.list("day-of-month").at(words, next));
        boolean year = number.value() <= LAST_YEAR
                && (number.value() > 1_000 && (context.isYear(words, next) || context.isMonth(words, number.from() - 1))
                        || number.value() >= LEAST_ALONE && context.isYear(words, next));
        return date || year ? new WrittenNumber(number.from(), next, number.digits()) : null;
    }

    private static String ending(long value) {
        if (value % 100 >= 11 && value % 100 <= 13) {
            return "th";
        }
        return switch ((int) (value % 10)) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private @Nullable WrittenNumber cardinal(List<String> words, SpokenNumber number) {
        WrittenNumber decimals = decimals(words, number);
        if (decimals != null) {
            return decimals;
        }
        int next = number.to();
        int percent = context.list("percent").lengthAt(words, next);
        boolean money = context.list("currency").at(words, next);
        boolean clockTime = number.value() <= 24 && context.list("day-part").at(words, next);
        boolean date = number.value() <= 31
                && (context.isMonth(words, next) || english && context.isMonth(words, number.from() - 1));
        boolean bareScale = number.to() - number.from() == 1 && isScale(words.get(number.from()));
        boolean worth = number.value() >= LEAST_ALONE && !bareScale
                || !number.fraction().isEmpty();
        if (!worth && percent == 0 && !money && !clockTime && !date) {
            return null;
        }
        if (bareScale && number.value() >= MILLION) {
            return null;
        }
        String digits = number.value() >= MILLION ? scaled(words, number) : number.digits();
        String fraction = number.fraction().isEmpty() ? "" : decimal + number.fraction();
        return new WrittenNumber(number.from(), next + percent, digits + fraction + (percent > 0 ? "%" : ""));
    }

    private boolean isScale(String word) {
        Numeral numeral = numerals.get(word);
        return numeral != null && numeral.is(Numeral.Rank.SCALE);
    }

    /** "две с половиной тысячи", "two and a half", "two point five", "две целых пять десятых". */
    private @Nullable WrittenNumber decimals(List<String> words, SpokenNumber number) {
        int half = number.fraction().isEmpty() ? context.list("half-more").lengthAt(words, number.to()) : 0;
        if (half > 0) {
            int to = number.to() + half;
            Numeral scale = to < words.size() ? numerals.get(words.get(to)) : null;
            if (scale != null
                    && scale.is(Numeral.Rank.SCALE)
                    && scale.value() < MILLION
                    && number.value() < scale.value()) {
                long value = number.value() * scale.value() + scale.value() / 2;
                return new WrittenNumber(number.from(), to + 1, Long.toString(value));
            }
            return new WrittenNumber(number.from(), to, number.digits() + decimal + "5");
        }
        int point = context.list("point").lengthAt(words, number.to());
        SpokenNumber behind = point == 0 ? null : reader.at(words, number.to() + point);
        if (behind == null || behind.ordinal() || !behind.fraction().isEmpty()) {
            return null;
        }
        return english ? englishDecimals(words, number, behind) : russianDecimals(words, number, behind);
    }

    private WrittenNumber englishDecimals(List<String> words, SpokenNumber number, SpokenNumber behind) {
        StringBuilder fraction = new StringBuilder(behind.digits());
        int to = behind.to();
        SpokenNumber next = reader.at(words, to);
        while (next != null && next.single() && !next.ordinal()) {
            fraction.append(next.digits());
            to = next.to();
            next = reader.at(words, to);
        }
        int percent = context.list("percent").lengthAt(words, to);
        return new WrittenNumber(
                number.from(), to + percent, number.digits() + decimal + fraction + (percent > 0 ? "%" : ""));
    }

    private @Nullable WrittenNumber russianDecimals(List<String> words, SpokenNumber number, SpokenNumber behind) {
        int places = context.list("tenth").at(words, behind.to())
                ? 1
                : context.list("hundredth").at(words, behind.to()) ? 2 : 0;
        if (places < behind.digits().length()) {
            return null;
        }
        int to = behind.to() + 1;
        int percent = context.list("percent").lengthAt(words, to);
        String fraction = "0".repeat(places - behind.digits().length()) + behind.digits();
        return new WrittenNumber(
                number.from(), to + percent, number.digits() + decimal + fraction + (percent > 0 ? "%" : ""));
    }

    /** Millions keep their words, "1 миллион 500 тысяч": easier to read, and never a long run of digits. */
    private String scaled(List<String> words, SpokenNumber number) {
        StringBuilder text = new StringBuilder();
        long rest = number.value();
        for (int i = number.from(); i < number.to(); i++) {
            Numeral numeral = numerals.get(words.get(i));
            if (numeral != null && numeral.is(Numeral.Rank.SCALE) && numeral.value() <= rest) {
                boolean bare = i == number.from();
                text.append(bare ? "" : rest / numeral.value() + " ")
                        .append(words.get(i))
                        .append(' ');
                rest %= numeral.value();
            }
        }
        return text.append(rest > 0 ? Long.toString(rest) : "").toString().strip();
    }
}
