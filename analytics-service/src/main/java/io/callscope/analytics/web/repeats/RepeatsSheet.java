package io.callscope.analytics.web.repeats;

import io.callscope.analytics.accuracy.CheckedCause;
import io.callscope.analytics.accuracy.report.CauseShares.OfCause;
import io.callscope.analytics.accuracy.report.Corrected;
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
    /** Where the corrected shares stand. */
    private static final Map.Entry<String, Integer> CORRECTED = Map.entry("corrected", 0);

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
                        CORRECTED,
                        Map.entry("hours", 10),
                        Map.entry("money", 12),
                        Map.entry("calls", 60))
                .flatMap(column -> column.equals(CORRECTED)
                        ? page.words().columns().stream()
                        : Stream.of(new Column(view.t("repeats.sheet." + column.getKey()), column.getValue())))
                .toList();
    }

    List<List<Cell>> rows() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(
                share("whole", view.t("repeats.either"), "repeats", report.repeats(), report.cost(), page.corrected()));
        rows.add(share("whole", view.t("repeats.said"), "said", report.said(), null, null));
        rows.add(share("whole", view.t("repeats.linked"), "linked", report.linked(), null, null));
        rows.add(share("whole", view.t("repeats.fcr"), "fcr", report.fcr(), null, null));
        report.causes().forEach(cause -> rows.add(cause(cause)));
        page.causes().others().forEach(cause -> rows.add(cause(cause)));
        report.trend().forEach(week -> {
            String date = view.format().date(week.monday());
            String monday = week.monday().toString();
            Corrected corrected = page.checked().correctedTrend().get(week.monday());
            rows.add(share("week", date, monday, week.repeats(), null, corrected));
            rows.add(share("week-fcr", date, monday, week.fcr(), null, null));
        });
        report.lines()
                .forEach((split, lines) -> lines.forEach(line -> {
                    String id = line.value() == null ? "" : line.value();
                    String name = page.value(split, line);
                    Corrected corrected = page.checked().corrected(split, line);
                    rows.add(share(split.id(), name, id, line.repeats(), null, corrected));
                    rows.add(share(split.id() + "-fcr", name, id, line.fcr(), null, null));
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
        OfCause corrected = page.causes().of(cause);
        return row(
                "cause",
                page.cause(cause),
                cause.cause(),
                cause.share(),
                cause.cost(),
                owners,
                page.preventable(cause),
                calls,
                corrected == null
                        ? page.words().cells(null, null, null, null, view.t("repeats.causes.of-departments"))
                        : cells(corrected));
    }

    /** A cause that no line of the report is of. */
    private List<Cell> cause(OfCause cause) {
        Share share = cause.cause().equals(CheckedCause.NO_REPEAT)
                ? Share.of(0, 0, 1)
                : Share.of(cause.count(), page.checked().correctedCauses().repeats(), 1);
        return row("cause-all", page.causes().name(cause), cause.cause(), share, null, "", "", "", cells(cause));
    }

    private List<Cell> cells(OfCause cause) {
        return page.words()
                .cells(
                        cause.share(),
                        cause.low(),
                        cause.high(),
                        page.checked().correctedCauses().reviewed(),
                        page.causes().basis());
    }

    private List<Cell> share(
            String part, String what, String id, Share share, @Nullable Cost cost, @Nullable Corrected corrected) {
        return row(part, what, id, share, cost, "", "", "", page.words().cells(corrected));
    }

    private List<Cell> row(
            String part,
            String what,
            String id,
            Share share,
            @Nullable Cost cost,
            String owners,
            String preventable,
            String calls,
            List<Cell> corrected) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.text(view.t("repeats.sheet.part." + part)),
                Cell.text(what),
                Cell.text(id),
                Cell.text(owners),
                Cell.text(preventable),
                Cell.whole(share.count()),
                Cell.whole(share.of()),
                percent(share.share()),
                percent(share.low()),
                percent(share.high())));
        cells.addAll(corrected);
        cells.add(cost == null ? Cell.EMPTY : new Cell.Decimal(cost.hours()));
        cells.add(cost == null || cost.money() == null ? Cell.EMPTY : new Cell.Decimal(cost.money()));
        cells.add(Cell.text(calls));
        return cells;
    }

    private static Cell percent(@Nullable Double share) {
        return share == null ? Cell.EMPTY : new Cell.Decimal(share * 100);
    }
}
