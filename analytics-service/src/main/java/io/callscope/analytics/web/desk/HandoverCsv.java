package io.callscope.analytics.web.desk;

import io.callscope.analytics.export.Cell;
import io.callscope.analytics.export.Column;
import io.callscope.analytics.export.CsvDialect;
import io.callscope.analytics.export.CsvTableWriter;
import io.callscope.analytics.export.TableWriter;
import io.callscope.analytics.web.page.View;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hand-over as a file for a spreadsheet. Stateless. */
final class HandoverCsv {
    private static final int WIDTH = 20;

    private HandoverCsv() {}

    static void write(HandoverView handover, OutputStream out) {
        View view = handover.view();
        List<Column> columns = Stream.of("state", "priority", "calls", "why", "who", "until", "comment")
                .map(name -> new Column(view.t("handover.column." + name), WIDTH))
                .toList();
        try (TableWriter table = new CsvTableWriter(out, CsvDialect.EXCEL, columns)) {
            for (HandoverView.Part part : handover.parts()) {
                part.lines().forEach(line -> table.row(cells(handover, part, line)));
            }
        }
    }

    private static List<Cell> cells(HandoverView handover, HandoverView.Part part, HandoverView.Line line) {
        View view = handover.view();
        return List.of(
                Cell.text(view.t("handover.part." + part.id())),
                Cell.whole(line.card().priority()),
                Cell.text(line.card().calls().stream()
                        .map(call -> call.id().value())
                        .collect(Collectors.joining(" "))),
                Cell.text(handover.why(line.card())),
                Cell.text(line.who()),
                Cell.text(view.format().dateTime(line.until())),
                Cell.text(line.note()));
    }
}
