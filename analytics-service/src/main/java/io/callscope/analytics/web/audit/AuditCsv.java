package io.callscope.analytics.web.audit;

import io.callscope.analytics.audit.AuditRow;
import io.callscope.analytics.audit.AuditTrail;
import io.callscope.model.call.CallId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * The log as a file for other programs: comma, decimal point, UTF-8, newest first, with the hashes that bind the rows.
 * Every value was written by this product except ids of calls, which no spreadsheet takes for a formula. Stateless.
 */
final class AuditCsv {
    private static final int BATCH = 1_000;

    private AuditCsv() {}

    static void write(AuditTrail trail, AuditTrail.Filter filter, OutputStream out) {
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            csv.printRecord("seq", "at", "login", "action", "calls", "detail", "hash");
            long before = Long.MAX_VALUE;
            List<AuditRow> rows = trail.newest(filter, before, BATCH);
            while (!rows.isEmpty()) {
                for (AuditRow row : rows) {
                    print(csv, row);
                    before = row.seq();
                }
                rows = trail.newest(filter, before, BATCH);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of the file went away", e);
        }
    }

    private static void print(CSVPrinter csv, AuditRow row) throws IOException {
        csv.printRecord(
                row.seq(),
                row.at(),
                row.event().login(),
                row.event().action().id(),
                row.event().calls().stream().map(CallId::value).collect(Collectors.joining(" ")),
                new TreeMap<>(row.event().detail())
                        .entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining(" ")),
                row.hash());
    }
}
