package io.callscope.analytics.tables;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of a file by column; each value is asked for as what it should be. Immutable. */
public final class Row {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,9}(?:[.,][0-9]{1,9})?");
    private static final Pattern CLOCK = Pattern.compile("(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-5][0-9])");
    private static final List<DateTimeFormatter> DAYS = List.of(DateTimeFormatter.ISO_LOCAL_DATE, strict("d.M.uuuu"));
    private static final List<DateTimeFormatter> TIMES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME, strict("uuuu-MM-dd H:mm[:ss]"), strict("d.M.uuuu H:mm[:ss]"));
    private static final int SHOWN = 40;
    private static final int LONGEST = 200;

    private final long line;
    private final Map<String, String> values;

    /** 31.02 is no day. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * @param values by column
     */
    public Row(long line, Map<String, String> values) {
        this.line = line;
        this.values = Map.copyOf(values);
    }

    public long line() {
        return line;
    }

    /** What is wrong with a value, to be thrown. */
    public BadValueException bad(String column, String expected) {
        String value = text(column);
        return new BadValueException(
                new Problem(line, column, value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…", expected));
    }

    /** Empty when there is none. */
    public String text(String column) {
        return values.getOrDefault(column, "").strip();
    }

    /** A value that must be there. */
    public String required(String column, String expected) {
        String text = text(column);
        if (text.isEmpty() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw bad(column, expected);
        }
        return text;
    }

    /** A number with a decimal point or comma, and perhaps a percent sign; null when there is none. */
    public @Nullable Double number(String column, double least, double most) {
        String text = text(column).replace("\u00A0", "").replace(" ", "");
        if (text.isEmpty()) {
            return null;
        }
        String plain = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        if (!NUMBER.matcher(plain).matches()) {
            throw bad(column, numbers(least, most));
        }
        double value = Double.parseDouble(plain.replace(',', '.'));
        if (value < least || value > most) {
            throw bad(column, numbers(least, most));
        }
        return value;
    }

    private static String numbers(double least, double most) {
        return "a number from %s to %s, such as 7 or 7,5".formatted(Math.round(least), Math.round(most));
    }

    /** Seconds, or m:ss or h:mm:ss; null when there is none. */
    public @Nullable Double seconds(String column) {
        var clock = CLOCK.matcher(text(column));
        if (!clock.matches()) {
            try {
                return number(column, 0, 86_400);
            } catch (BadValueException e) {
                throw bad(column, "seconds, or m:ss");
            }
        }
        int hours = clock.group(1) == null ? 0 : Integer.parseInt(clock.group(1));
        return hours * 3600.0 + Integer.parseInt(clock.group(2)) * 60 + Integer.parseInt(clock.group(3));
    }

    /** 2026-10-05 or 05.10.2026. */
    public LocalDate day(String column) {
        for (DateTimeFormatter format : DAYS) {
            try {
                return plausible(LocalDate.parse(text(column), format), column);
            } catch (DateTimeException other) {
                // perhaps written otherwise
            }
        }
        throw bad(column, "a date such as 2026-10-05 or 05.10.2026");
    }

    private LocalDate plausible(LocalDate day, String column) {
        if (day.getYear() < 1990 || day.getYear() > 2200) {
            throw bad(column, "a date from 1990 to 2200");
        }
        return day;
    }

    /** The same with a time of day. */
    public LocalDateTime time(String column) {
        for (DateTimeFormatter format : TIMES) {
            try {
                LocalDateTime time = LocalDateTime.parse(text(column), format);
                plausible(time.toLocalDate(), column);
                return time;
            } catch (DateTimeException other) {
                // perhaps written otherwise
            }
        }
        throw bad(column, "a time such as 2026-10-05T10:30 or 05.10.2026 10:30");
    }

    /** The first day of 2026-10 or 10.2026. */
    public LocalDate month(String column) {
        String text = text(column);
        try {
            if (text.matches("[0-9]{4}-[0-9]{2}")) {
                return plausible(LocalDate.parse(text + "-01"), column);
            }
            if (text.matches("[0-9]{2}\\.[0-9]{4}")) {
                return plausible(LocalDate.parse("01." + text, DAYS.get(1)), column);
            }
        } catch (DateTimeException noMonth) {
            // said below
        }
        throw bad(column, "a month such as 2026-10 or 10.2026");
    }
}
