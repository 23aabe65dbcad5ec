package io.callscope.analytics.web.forces;

import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.export.Cell;
import io.callscope.analytics.export.Column;
import io.callscope.analytics.forces.ForceReport;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.web.page.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as one table: each line says of what it is. Rates are of 100 calls. One request's. */
final class ForcesSheet {
    /** Where the corrected shares stand. */
    private static final Map.Entry<String, Integer> CORRECTED = Map.entry("corrected", 0);

    private final ForcesView page;
    private final ForcesTrust trust;
    private final View view;
    private final ForceReport report;

    ForcesSheet(ForcesView page) {
        this.page = page;
        this.trust = page.trust();
        this.view = page.view();
        this.report = page.report();
    }

    /** Only what one department acts on. */
    List<List<Cell>> handover(String department) {
        return gaps(department);
    }

    List<Column> columns() {
        return Stream.of(
                        Map.entry("part", 22),
                        Map.entry("what", 40),
                        Map.entry("id", 30),
                        Map.entry("stage", 24),
                        Map.entry("department", 28),
                        Map.entry("count", 10),
                        Map.entry("of", 10),
                        Map.entry("rate", 12),
                        Map.entry("low", 10),
                        Map.entry("high", 10),
                        CORRECTED,
                        Map.entry("severe", 12),
                        Map.entry("action", 70))
                .flatMap(column -> column.equals(CORRECTED)
                        ? trust.words().columns().stream()
                        : Stream.of(new Column(view.t("forces.sheet." + column.getKey()), column.getValue())))
                .toList();
    }

    List<List<Cell>> rows() {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row("whole", view.t("forces.barriers"), "barriers", report.barriers(), trust.any()));
        rows.add(row("whole", view.t("forces.drivers"), "drivers", report.drivers(), null));
        report.forces().forEach(force -> {
            String name = page.force(force.force());
            rows.add(row(
                    "force",
                    name,
                    force.force(),
                    "",
                    "",
                    force.barriers(),
                    trust.of(force),
                    force.severe().count(),
                    ""));
            rows.add(row("force-drivers", name, force.force(), force.drivers(), null));
        });
        report.codes()
                .forEach(code ->
                        rows.add(row("code", view.code(code.code()), code.code(), code.share(), trust.of(code))));
        report.map().forEach(cell -> {
            String name = page.force(cell.force());
            String stage = page.stage(cell.stage());
            rows.add(row("map", name, cell.force(), stage, "", cell.barriers(), null, null, ""));
            rows.add(row("map-drivers", name, cell.force(), stage, "", cell.drivers(), null, null, ""));
        });
        report.trend().forEach(week -> {
            String date = view.format().date(week.monday());
            String monday = week.monday().toString();
            rows.add(row("week", date, monday, week.barriers(), trust.ofWeek(week, null)));
            report.forces()
                    .forEach(force -> rows.add(row(
                            "week-force",
                            date + ", " + page.force(force.force()),
                            monday,
                            Objects.requireNonNull(week.forces().get(force.force())),
                            trust.ofWeek(week, force.force()))));
        });
        lines(rows, "queue", report.queues());
        lines(rows, "team", report.teams());
        report.effort()
                .forEach(sign -> rows.add(row("effort", page.effort(sign), sign.id(), sign.share(), trust.of(sign))));
        rows.addAll(gaps(null));
        return rows;
    }

    private void lines(List<List<Cell>> rows, String part, List<ForceReport.Line> lines) {
        lines.forEach(line -> {
            String value = Objects.requireNonNullElse(line.value(), view.t("repeats.unknown"));
            rows.add(row(part, value, "", line.barriers(), trust.ofLine(part, line, null)));
            report.forces()
                    .forEach(force -> rows.add(row(
                            part + "-force",
                            value + ", " + page.force(force.force()),
                            force.force(),
                            Objects.requireNonNull(line.forces().get(force.force())),
                            trust.ofLine(part, line, force.force()))));
        });
    }

    private List<List<Cell>> gaps(@Nullable String department) {
        return report.gaps().stream()
                .filter(gap -> department == null || gap.department().equals(department))
                .flatMap(gap -> gap.barriers().stream()
                        .map(barrier -> row(
                                "gap",
                                view.code(barrier.code()),
                                barrier.code(),
                                page.stage(barrier.stage()),
                                page.department(gap.department()),
                                barrier.share(),
                                null,
                                barrier.severe(),
                                page.action(barrier))))
                .toList();
    }

    private List<Cell> row(String part, String what, String id, Share share, @Nullable Corrected corrected) {
        return row(part, what, id, "", "", share, corrected, null, "");
    }

    private List<Cell> row(
            String part,
            String what,
            String id,
            String stage,
            String department,
            Share share,
            @Nullable Corrected corrected,
            @Nullable Long severe,
            String action) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.text(view.t("forces.sheet.part." + part)),
                Cell.text(what),
                Cell.text(id),
                Cell.text(stage),
                Cell.text(department),
                Cell.whole(share.count()),
                Cell.whole(share.of()),
                percent(share.share()),
                percent(share.low()),
                percent(share.high())));
        cells.addAll(trust.words().cells(corrected));
        cells.add(Cell.whole(severe));
        cells.add(Cell.text(action));
        return cells;
    }

    private static Cell percent(@Nullable Double share) {
        return share == null ? Cell.EMPTY : new Cell.Decimal(share * 100);
    }
}
