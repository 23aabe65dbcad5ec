package io.callscope.analytics.web.requests;

import io.callscope.analytics.export.Cell;
import io.callscope.analytics.export.Column;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.requests.RequestReport;
import io.callscope.analytics.requests.RequestReport.Heard;
import io.callscope.analytics.requests.RequestReport.Part;
import io.callscope.analytics.requests.RequestReport.ToHear;
import io.callscope.analytics.requests.Shift;
import io.callscope.analytics.web.page.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as one table: each line says of what it is. Rates are of 100 calls or contacts. One request's. */
final class RequestsSheet {
    private final RequestsView page;
    private final View view;
    private final RequestReport report;
    private final List<List<Cell>> rows = new ArrayList<>();

    RequestsSheet(RequestsView page) {
        this.page = page;
        this.view = page.view();
        this.report = page.report();
        fill();
    }

    List<Column> columns() {
        return Stream.of(
                        Map.entry("part", 26),
                        Map.entry("what", 44),
                        Map.entry("id", 30),
                        Map.entry("department", 28),
                        Map.entry("count", 10),
                        Map.entry("of", 10),
                        Map.entry("rate", 10),
                        Map.entry("low", 10),
                        Map.entry("high", 10),
                        Map.entry("before", 14),
                        Map.entry("p", 14),
                        Map.entry("shift", 24),
                        Map.entry("calls", 60))
                .map(column -> new Column(view.t("requests.sheet." + column.getKey()), column.getValue()))
                .toList();
    }

    List<List<Cell>> rows() {
        return rows;
    }

    private void fill() {
        report.needs().forEach(need -> signal("need", need));
        signal("competitor", report.competitors());
        report.names().forEach(name -> row("name", name.id(), name));
        report.reasons().forEach(reason -> row("reason", page.reason(reason.id()), reason));
        row(
                "break",
                view.t("requests.breaks.any"),
                "",
                "",
                report.breaks().share(),
                report.breaks().shift(),
                List.of());
        report.breaks().steps().forEach(step -> row("step", page.step(step), step));
        report.breaks().stages().forEach(stage -> part("stage", page.stage(stage.id()), stage));
        report.breaks().products().forEach(product -> part("product", page.product(product), product));
        report.voice()
                .departments()
                .forEach(department -> department
                        .signs()
                        .forEach(sign -> row(
                                "voice",
                                page.signal(sign.signal()),
                                sign.signal(),
                                page.department(department),
                                sign.share(),
                                null,
                                sign.hear())));
    }

    private void signal(String part, Heard heard) {
        row(part, page.signal(heard.id()), heard);
        heard.about()
                .forEach(about ->
                        part(part + "-reason", page.signal(heard.id()) + ": " + page.reason(about.id()), about));
    }

    private void part(String part, String what, Part of) {
        row(part, what, Objects.requireNonNullElse(of.id(), ""), "", of.share(), null, List.of());
    }

    private void row(String part, String what, Heard heard) {
        row(part, what, heard.id(), "", heard.share(), heard.shift(), heard.hear());
    }

    private void row(
            String part,
            String what,
            String id,
            String department,
            Share share,
            @Nullable Shift shift,
            List<ToHear> hear) {
        Double p = shift == null ? null : shift.p();
        rows.add(List.of(
                Cell.text(view.t("requests.sheet.part." + part)),
                Cell.text(what),
                Cell.text(id),
                Cell.text(department),
                Cell.whole(share.count()),
                Cell.whole(share.of()),
                percent(share.share()),
                percent(share.low()),
                percent(share.high()),
                shift == null ? Cell.EMPTY : percent(shift.previous().share()),
                p == null ? Cell.EMPTY : new Cell.Decimal(p),
                shift == null ? Cell.EMPTY : Cell.text(page.shift(shift)),
                Cell.text(hear.stream().map(ToHear::callId).collect(Collectors.joining("; ")))));
    }

    private static Cell percent(@Nullable Double share) {
        return share == null ? Cell.EMPTY : new Cell.Decimal(share * 100);
    }
}
