package io.callscope.analytics.web.audit;

import io.callscope.analytics.audit.AuditRow;
import io.callscope.analytics.audit.AuditTrail;
import io.callscope.analytics.export.Cell;
import io.callscope.analytics.export.Column;
import io.callscope.analytics.export.CsvDialect;
import io.callscope.analytics.export.CsvTableWriter;
import io.callscope.analytics.export.TableWriter;
import io.callscope.model.call.CallId;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The log as a file for other programs: comma, UTF-8, times in UTC, newest first, with the hashes that bind the rows.
 * Stateless.
 */
final class AuditCsv {
    private static final int BATCH = 1_000;
    private static final int WIDTH = 20;

    private AuditCsv() {}

    static void write(AuditTrail trail, AuditTrail.Filter filter, OutputStream out) {
        List<Column> columns = Stream.of("seq", "at", "login", "action", "calls", "detail", "hash")
                .map(name -> new Column(name, WIDTH))
                .toList();
        try (TableWriter table = new CsvTableWriter(out, CsvDialect.PLAIN, columns)) {
            long before = Long.MAX_VALUE;
            List<AuditRow> rows = trail.newest(filter, before, BATCH);
            while (!rows.isEmpty()) {
                rows.forEach(row -> table.row(cells(row)));
                before = rows.get(rows.size() - 1).seq();
                rows = trail.newest(filter, before, BATCH);
            }
        }
    }

    private static List<Cell> cells(AuditRow row) {
        String detail = new TreeMap<>(row.event().detail())
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" "));
        return List.of(
                Cell.whole(row.seq()),
                Cell.text(row.at().toString()),
                Cell.text(row.event().login()),
                Cell.text(row.event().action().id()),
                Cell.text(row.event().calls().stream().map(CallId::value).collect(Collectors.joining(" "))),
                Cell.text(detail),
                Cell.text(row.hash()));
    }
}
