package io.callscope.analytics.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table as an Excel workbook of one sheet: typed cells, the titles stay in sight. Not thread-safe. */
public final class XlsxTableWriter implements TableWriter {
    /** More than this Excel does not hold in a cell, in characters. */
    private static final int MAX_TEXT = 32_767;

    private static final int FLUSH_EVERY = 500;
    private static final String MOMENT = "dd.mm.yyyy hh:mm";
    private static final String DECIMAL = "0.00";

    private final int columns;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    /** Writes the titles at once. */
    public XlsxTableWriter(OutputStream out, String name, List<Column> columns) {
        this.columns = columns.size();
        this.workbook = new Workbook(out, "callscope", null);
        this.sheet = workbook.newWorksheet(name);
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i).title());
            sheet.style(0, i).bold().set();
            sheet.width(i, columns.get(i).width());
        }
        sheet.freezePane(0, 1);
        this.next = 1;
    }

    @Override
    public void row(List<Cell> cells) {
        if (cells.size() != columns) {
            throw new IllegalArgumentException("%d cells: expected %d".formatted(cells.size(), columns));
        }
        for (int i = 0; i < cells.size(); i++) {
            write(i, cells.get(i));
        }
        next++;
        if (next % FLUSH_EVERY == 0) {
            flush();
        }
    }

    private void write(int column, Cell cell) {
        if (cell instanceof Cell.Text text) {
            // shared strings would keep every text of the file in memory
            sheet.inlineString(next, column, shortened(HarmlessText.of(text.text())));
        } else if (cell instanceof Cell.Whole whole) {
            sheet.value(next, column, whole.value());
        } else if (cell instanceof Cell.Decimal decimal) {
            sheet.value(next, column, decimal.value());
            sheet.style(next, column).format(DECIMAL).set();
        } else if (cell instanceof Cell.Moment moment) {
            sheet.value(next, column, moment.at());
            sheet.style(next, column).format(MOMENT).set();
        } else if (!(cell instanceof Cell.Empty)) {
            throw new IllegalArgumentException("no cell for " + cell.getClass());
        }
    }

    private static String shortened(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    @Override
    public void close() {
        try {
            workbook.finish();
        } catch (IOException e) {
            throw gone(e);
        }
    }

    private static UncheckedIOException gone(IOException cause) {
        return new UncheckedIOException("the reader of the file went away", cause);
    }
}
