package io.callscope.analytics.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table as comma-separated values, UTF-8, lines ended by CR LF. Not thread-safe. */
public final class CsvTableWriter implements TableWriter {
    private final CsvDialect dialect;
    private final int columns;
    private final CSVPrinter csv;

    /** Writes the titles at once. */
    public CsvTableWriter(OutputStream out, CsvDialect dialect, List<Column> columns) {
        this.dialect = dialect;
        this.columns = columns.size();
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(dialect.delimiter())
                .setRecordSeparator("\r\n")
                .get();
        try {
            writer.write(dialect.mark());
            this.csv = new CSVPrinter(writer, format);
            csv.printRecord(columns.stream().map(Column::title));
        } catch (IOException e) {
            throw gone(e);
        }
    }

    @Override
    public void row(List<Cell> cells) {
        if (cells.size() != columns) {
            throw new IllegalArgumentException("%d cells: expected %d".formatted(cells.size(), columns));
        }
        try {
            csv.printRecord(cells.stream().map(this::written));
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private String written(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return HarmlessText.of(text.text());
        } else if (cell instanceof Cell.Whole whole) {
            return Long.toString(whole.value());
        } else if (cell instanceof Cell.Decimal decimal) {
            return dialect.decimal(decimal.value());
        } else if (cell instanceof Cell.Moment moment) {
            return dialect.moment(moment.at());
        } else if (cell instanceof Cell.Empty) {
            return "";
        }
        throw new IllegalArgumentException("no text for " + cell.getClass());
    }

    @Override
    public void close() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private static UncheckedIOException gone(IOException cause) {
        return new UncheckedIOException("the reader of the file went away", cause);
    }
}
