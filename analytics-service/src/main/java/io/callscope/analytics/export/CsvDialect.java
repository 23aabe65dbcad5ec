package io.callscope.analytics.export;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a table is written as text. */
public enum CsvDialect {
    /** As Excel in Russia reads it: semicolons, decimal commas, 12.10.2026 14:05, and a mark that it is UTF-8. */
    EXCEL(';', ',', "dd.MM.yyyy HH:mm", "\uFEFF"),
    /** As programs read it: commas, decimal points, 2026-10-12T14:05:00, no mark. */
    PLAIN(',', '.', "yyyy-MM-dd'T'HH:mm:ss", "");

    private final char delimiter;
    private final char decimalSign;
    private final DateTimeFormatter moment;
    private final String mark;

    CsvDialect(char delimiter, char decimalSign, String moment, String mark) {
        this.delimiter = delimiter;
        this.decimalSign = decimalSign;
        this.moment = DateTimeFormatter.ofPattern(moment, Locale.ROOT);
        this.mark = mark;
    }

    /** The word for this value in addresses. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(CsvDialect::id).toList();
    }

    /**
     * The value whose {@link #id()} is given.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static CsvDialect ofId(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    char delimiter() {
        return delimiter;
    }

    /** What the file begins with. */
    String mark() {
        return mark;
    }

    String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('.', decimalSign);
    }

    String moment(LocalDateTime at) {
        return moment.format(at);
    }
}
