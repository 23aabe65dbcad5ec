package io.callscope.analytics.web.export;

import io.callscope.analytics.export.Column;
import io.callscope.analytics.export.CsvDialect;
import io.callscope.analytics.export.CsvTableWriter;
import io.callscope.analytics.export.TableWriter;
import io.callscope.analytics.export.XlsxTableWriter;
import io.callscope.analytics.web.problem.ProblemException;
import io.callscope.analytics.web.problem.ProblemException.Expected;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * In which form a table leaves as a file. Immutable.
 *
 * @param format ending of the file's name, and its word in the access log
 * @param mediaType what browsers are told
 * @param opener begins the file
 */
public record TableFile(String format, String mediaType, Opener opener) {
    /** Opens a file for some columns. */
    @FunctionalInterface
    public interface Opener {
        TableWriter open(OutputStream out, List<Column> columns);
    }

    /**
     * CSV in the dialect that the address asks for.
     *
     * @throws ProblemException when there is no such dialect
     */
    public static TableFile csv(Context context) {
        String id = Objects.requireNonNullElse(context.queryParam("dialect"), CsvDialect.EXCEL.id());
        if (!CsvDialect.ids().contains(id)) {
            throw ProblemException.badParameter(
                    "dialect", id, Expected.of("expected.one-of", String.join(", ", CsvDialect.ids())));
        }
        CsvDialect dialect = CsvDialect.ofId(id);
        return new TableFile(
                "csv", "text/csv; charset=utf-8", (out, columns) -> new CsvTableWriter(out, dialect, columns));
    }

    /** A workbook with one sheet of this name. */
    public static TableFile xlsx(String sheet) {
        return new TableFile(
                "xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                (out, columns) -> new XlsxTableWriter(out, sheet, columns));
    }

    /**
     * Answers with the file.
     *
     * @param name the file's, without its ending
     * @param rows gives every row
     */
    public void send(Context context, String name, List<Column> columns, Consumer<TableWriter> rows) {
        context.contentType(mediaType)
                .header("Content-Disposition", "attachment; filename=\"%s.%s\"".formatted(name, format));
        try (OutputStream out = context.outputStream();
                TableWriter table = opener.open(out, columns)) {
            rows.accept(table);
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of the file went away", e);
        }
    }
}
