package io.callscope.analytics.web.desk;

import io.callscope.analytics.web.page.View;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hand-over as a file for a spreadsheet: semicolon, UTF-8 with its mark, no cell that is taken for a formula. */
final class HandoverCsv {
    private static final String MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private HandoverCsv() {}

    static String of(HandoverView handover) {
        View view = handover.view();
        StringBuilder text = new StringBuilder(MARK);
        text.append(line(Stream.of("state", "priority", "calls", "why", "who", "until", "comment")
                .map(name -> view.t("handover.column." + name))
                .toList()));
        for (HandoverView.Part part : handover.parts()) {
            for (HandoverView.Line line : part.lines()) {
                text.append(line(cells(handover, part, line)));
            }
        }
        return text.toString();
    }

    private static List<String> cells(HandoverView handover, HandoverView.Part part, HandoverView.Line line) {
        View view = handover.view();
        String why = handover.why(line.card());
        return List.of(
                view.t("handover.part." + part.id()),
                Integer.toString(line.card().priority()),
                line.card().calls().stream().map(call -> call.id().value()).collect(Collectors.joining(" ")),
                why == null ? "" : why,
                line.who(),
                view.format().dateTime(line.until()),
                line.note());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(HandoverCsv::cell).collect(Collectors.joining(";")) + LINE_END;
    }

    /** Quoted; with an apostrophe before what a spreadsheet would compute. */
    static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
