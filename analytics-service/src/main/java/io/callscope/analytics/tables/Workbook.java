package io.callscope.analytics.tables;

import io.callscope.analytics.tables.TextTable.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of an Excel workbook (XLSX), row by row. */
final class Workbook {
    /** More rows are no sheet that people fill in. */
    private static final int MOST_ROWS = 200_000;

    private static final int MOST_COLUMNS = 1_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Workbook() {}

    /** An XLSX file is a ZIP archive. */
    static boolean isOne(byte[] bytes) {
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** @throws UnusableFileException when it is no workbook, or has no rows or too many */
    static List<Line> lines(byte[] bytes) {
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            List<Line> lines = new ArrayList<>();
            int width = 0;
            Iterator<Row> each = rows.iterator();
            while (each.hasNext()) {
                Row row = each.next();
                List<String> values = values(row);
                if (values.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (lines.size() >= MOST_ROWS || values.size() > MOST_COLUMNS) {
                    throw new UnusableFileException(
                            "row",
                            Integer.toString(row.getRowNum()),
                            "at most %d rows of %d columns".formatted(MOST_ROWS, MOST_COLUMNS));
                }
                width = lines.isEmpty() ? values.size() : width;
                lines.add(new Line(row.getRowNum(), fitted(values, width)));
            }
            return lines;
        } catch (IOException | ExcelReaderException | IllegalArgumentException broken) {
            if (broken instanceof UnusableFileException known) {
                throw known;
            }
            throw new UnusableFileException("file", "", "a workbook (.xlsx) with a sheet, or CSV");
        }
    }

    private static List<String> values(Row row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            values.add(text(row.getCell(i)));
        }
        while (!values.isEmpty() && values.get(values.size() - 1).isBlank()) {
            values.remove(values.size() - 1);
        }
        return values;
    }

    /** A sheet has no cells where nothing stands. */
    private static List<String> fitted(List<String> values, int width) {
        while (values.size() < width) {
            values.add("");
        }
        return values;
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
            LocalDateTime time = cell.asDate();
            return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? time.toLocalDate().toString()
                    : TIME.format(time);
        }
        String text = cell.getType() == CellType.STRING ? cell.asString() : cell.getRawValue();
        return text == null ? "" : text;
    }

    /** A date is a number that is shown with days and years. */
    private static boolean isDate(@Nullable String format) {
        String shown = format == null ? "" : format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*]", "");
        return shown.contains("d") && shown.contains("y");
    }
}
