package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.accuracy.report.Figure;
import io.callscope.analytics.accuracy.report.ItemRow;
import io.callscope.analytics.export.Cell;
import io.callscope.analytics.export.Column;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report as one table, a line for each item. Shares are in percent. One request's. */
final class AccuracySheet {
    private final AccuracyView page;

    AccuracySheet(AccuracyView page) {
        this.page = page;
    }

    List<Column> columns() {
        return Stream.of(
                        Map.entry("group", 26),
                        Map.entry("item", 44),
                        Map.entry("id", 34),
                        Map.entry("decision", 28),
                        Map.entry("why", 60),
                        Map.entry("agreed", 10),
                        Map.entry("compared", 10),
                        Map.entry("agreed-least", 12),
                        Map.entry("found", 10),
                        Map.entry("failures", 10),
                        Map.entry("found-least", 12),
                        Map.entry("false-alarms", 12),
                        Map.entry("twice", 10),
                        Map.entry("people-agree", 12),
                        Map.entry("stricter", 12),
                        Map.entry("raw", 10),
                        Map.entry("corrected", 10),
                        Map.entry("low", 10),
                        Map.entry("high", 10),
                        Map.entry("reviewed", 10),
                        Map.entry("since", 12),
                        Map.entry("version", 20),
                        Map.entry("next", 50),
                        Map.entry("simulated", 12))
                .map(column -> new Column(page.view().t("accuracy.sheet." + column.getKey()), column.getValue()))
                .toList();
    }

    List<List<Cell>> rows() {
        return page.report().items().stream().map(this::row).toList();
    }

    private List<Cell> row(ItemRow row) {
        Corrected corrected = row.corrected();
        Figure agreement = row.agreement();
        Figure found = row.found();
        return List.of(
                Cell.text(page.heading(row)),
                Cell.text(page.name(row)),
                Cell.text(row.item().key()),
                Cell.text(page.decision(row)),
                Cell.text(String.join(" ", page.why(row))),
                Cell.whole(agreement.count()),
                Cell.whole(agreement.of()),
                percent(agreement.atLeast()),
                Cell.whole(found.count()),
                Cell.whole(found.of()),
                percent(found.atLeast()),
                Cell.whole(row.falseAlarms()),
                Cell.whole(row.people().calls()),
                percent(row.people().share()),
                percent(row.strictness().difference()),
                percent(corrected.raw()),
                percent(corrected.share()),
                percent(corrected.low()),
                percent(corrected.high()),
                Cell.whole(corrected.reviewed()),
                Cell.text(page.since(row)),
                Cell.text(row.version()),
                Cell.text(page.next(row)),
                Cell.text(page.view().t(page.isSimulated() ? "accuracy.sheet.yes" : "accuracy.sheet.no")));
    }

    private static Cell percent(@Nullable Double share) {
        return share == null ? Cell.EMPTY : new Cell.Decimal(share * 100);
    }
}
