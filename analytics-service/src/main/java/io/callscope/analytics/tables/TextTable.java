package io.callscope.analytics.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table as text: CSV as spreadsheets save it, UTF-8 or windows-1251, between the values a semicolon, a comma or a tab; or
 * the first sheet of a workbook.
 *
 * @param charset how it was read: a charset, or xlsx for a workbook
 * @param delimiter what stood between the values of its first line; empty in a workbook
 * @param header the first line's values
 * @param lines the others, without those that are empty
 */
public record TextTable(String charset, String delimiter, List<String> header, List<Line> lines) {
    /** The charset of a workbook. */
    static final String XLSX = "xlsx";

    static final Charset WINDOWS = Charset.forName("windows-1251");
    private static final String MARK = "\uFEFF";

    /** One line of the file; lines are counted from 1, the header's. */
    public record Line(long number, List<String> values) {}

    /**
     * @param charset null when it is to be found out: what is no UTF-8 is windows-1251
     * @throws UnusableFileException when it cannot be read so, or is empty
     */
    public static TextTable read(byte[] bytes, @Nullable Charset charset) {
        if (Workbook.isOne(bytes)) {
            return of(Workbook.lines(bytes), XLSX, "");
        }
        String text;
        Charset used;
        if (charset != null) {
            text = decoded(bytes, charset);
            used = charset;
            if (text == null) {
                throw new UnusableFileException("charset", charset.name(), "the one that the file is written in");
            }
        } else {
            String utf8 = decoded(bytes, StandardCharsets.UTF_8);
            used = utf8 == null ? WINDOWS : StandardCharsets.UTF_8;
            text = utf8 == null ? new String(bytes, WINDOWS) : utf8;
        }
        String content = text.startsWith(MARK) ? text.substring(1) : text;
        String first = content.lines().findFirst().orElse("");
        char delimiter = delimiter(first);
        return parsed(content, used, delimiter);
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    /** A decimal comma stands in no header, so the header tells. */
    private static char delimiter(String header) {
        char best = ';';
        long most = 0;
        for (char candidate : new char[] {';', '\t', ','}) {
            long count = header.chars().filter(c -> c == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static TextTable parsed(String content, Charset charset, char delimiter) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .setIgnoreEmptyLines(true)
                .get();
        List<Line> lines = new ArrayList<>();
        try (CSVParser parser = format.parse(new StringReader(content))) {
            long before = 0;
            for (CSVRecord line : parser) {
                // a value may hold line ends: the record begins on the line after the last one's end
                List<String> values = line.toList();
                if (values.stream().anyMatch(value -> !value.isBlank())) {
                    lines.add(new Line(before + 1, values));
                }
                before = parser.getCurrentLineNumber();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            throw new UnusableFileException(
                    "line " + (lines.size() + 1), "", "values in pairs of quotes, or without any");
        }
        return of(lines, charset.name(), String.valueOf(delimiter));
    }

    private static TextTable of(List<Line> lines, String charset, String delimiter) {
        if (lines.isEmpty()) {
            throw new UnusableFileException("file", "", "a header and lines below it");
        }
        return new TextTable(charset, delimiter, lines.get(0).values(), lines.subList(1, lines.size()));
    }
}
