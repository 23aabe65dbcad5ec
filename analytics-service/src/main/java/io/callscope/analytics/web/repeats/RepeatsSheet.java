package io.callscope.analytics.web.repeats;

import io.callscope.analytics.export.Cell;
import io.callscope.analytics.export.Column;
import io.callscope.analytics.repeats.report.CauseLine;
import io.callscope.analytics.repeats.report.Cost;
import io.callscope.analytics.repeats.report.RepeatReport;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.web.page.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as one table: each line says of what it is. Shares are in percent. One request's. */
final class RepeatsSheet {
    private final RepeatsView page;
    private final View view;
    private final RepeatReport report;

    RepeatsSheet(RepeatsView page) {
        this.page = page;
        this.view = page.view();
        this.report = page.report();
    }

    List<Column> columns() {
        return Stream.of(
                        Map.entry("part", 22),
                        Map.entry("what", 42),
                        Map.entry("id", 26),
                        Map.entry("department", 28),
                        Map.entry("preventable", 14),
                        Map.entry("count", 10),
                        Map.entry("of", 10),
                        Map.entry("percent", 10),
                        Map.entry("low", 10),
                        Map.entry("high", 10),
                        Map.entry("hours", 10),
                        Map.entry("money", 12),
                        Map.entry("calls", 60))
                .map(column -> new Column(view.t("repeats.sheet." + column.getKey()), column.getValue()))
                .toList();
    }

    List<List<Cell>> rows() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(share("whole", view.t("repeats.either"), "repeats", report.repeats(), report.cost()));
        rows.add(share("whole", view.t("repeats.said"), "said", report.said(), null));
        rows.add(share("whole", view.t("repeats.linked"), "linked", report.linked(), null));
        rows.add(share("whole", view.t("repeats.fcr"), "fcr", report.fcr(), null));
        report.causes().forEach(cause -> rows.add(cause(cause)));
        report.trend().forEach(week -> {
            String monday = week.monday().toString();
            rows.add(share("week", view.format().date(week.monday()), monday, week.repeats(), null));
            rows.add(share("week-fcr", view.format().date(week.monday()), monday, week.fcr(), null));
        });
        report.lines()
                .forEach((split, lines) -> lines.forEach(line -> {
                    String id = line.value() == null ? "" : line.value();
                    rows.add(share(split.id(), page.value(split, line), id, line.repeats(), null));
                    rows.add(share(split.id() + "-fcr", page.value(split, line), id, line.fcr(), null));
                }));
        return rows;
    }

    private List<Cell> cause(CauseLine cause) {
        String owners = cause.owners().stream()
                .map(owner -> page.department(owner.department()))
                .collect(Collectors.joining(", "));
        String calls = cause.pairs().stream()
                .map(pair -> pair.earlier() + " → " + pair.later())
                .collect(Collectors.joining("; "));
        return row(
                "cause",
                page.cause(cause),
                cause.cause(),
                cause.share(),
                cause.cost(),
                owners,
                page.preventable(cause),
                calls);
    }

    private List<Cell> share(String part, String what, String id, Share share, @Nullable Cost cost) {
        return row(part, what, id, share, cost, "", "", "");
    }

    private List<Cell> row(
            String part,
            String what,
            String id,
            Share share,
            @Nullable Cost cost,
            String owners,
            String preventable,
            String calls) {
        return List.of(
                Cell.text(view.t("repeats.sheet.part." + part)),
                Cell.text(what),
                Cell.text(id),
                Cell.text(owners),
                Cell.text(preventable),
                Cell.whole(share.count()),
                Cell.whole(share.of()),
                percent(share.share()),
                percent(share.low()),
                percent(share.high()),
                cost == null ? Cell.EMPTY : new Cell.Decimal(cost.hours()),
                cost == null || cost.money() == null ? Cell.EMPTY : new Cell.Decimal(cost.money()),
                Cell.text(calls));
    }

    private static Cell percent(@Nullable Double share) {
        return share == null ? Cell.EMPTY : new Cell.Decimal(share * 100);
    }
}
