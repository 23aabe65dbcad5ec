package io.callscope.analytics.web.requests;

import io.callscope.analytics.repeats.report.Change.Verdict;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.requests.RequestReport;
import io.callscope.analytics.requests.RequestReport.Department;
import io.callscope.analytics.requests.RequestReport.Heard;
import io.callscope.analytics.requests.RequestReport.Part;
import io.callscope.analytics.requests.RequestReport.Sign;
import io.callscope.analytics.requests.RequestReport.ToHear;
import io.callscope.analytics.requests.RequestReport.Voice;
import io.callscope.analytics.requests.Shift;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.page.View;
import io.callscope.model.call.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report in words. Every figure is out of the report, which is also what the API answers. One request's. */
public record RequestsView(View view, RequestsQuery query, RequestReport report) {
    private static final String UNKNOWN = "–";
    /** The repeat cause among the steps of self-service. */
    private static final String CAUSE = "self-service-failed";

    private static final double TINY = 0.001;
    private static final int SHOWN_PARTS = 10;
    private static final int SHOWN_FEW = 3;

    /** The sentences that stand first. */
    public List<String> lead() {
        List<String> lead = new ArrayList<>();
        lead.add(view.t(
                "forces.lead.period",
                view.n("repeats.lead.weeks", report.weeks()),
                view.format().date(report.first()),
                view.format().date(report.last())));
        if (report.calls() == 0) {
            return lead;
        }
        report.needs().stream()
                .limit(1)
                .forEach(need -> lead.add(view.t("requests.lead.need", rate(need.share()), interval(need.share()))));
        lead.add(rising());
        if (report.breaks().share().count() > 0) {
            lead.add(view.t(
                    "requests.lead.break",
                    rate(report.breaks().share()),
                    report.breaks().steps().stream()
                            .limit(1)
                            .map(step -> quoted(step(step)))
                            .collect(Collectors.joining())));
        }
        return lead;
    }

    private String rising() {
        if (report.compared() == 0) {
            return view.t("requests.lead.unknown");
        }
        String more = report.reasons().stream()
                .filter(reason -> reason.shift().verdict() == Verdict.MORE)
                .map(reason -> quoted(reason(reason.id())))
                .collect(Collectors.joining(", "));
        return more.isEmpty() ? view.t("requests.lead.calm") : view.t("requests.lead.rising", more);
    }

    private String quoted(String name) {
        return view.tag().equals("ru") ? "«" + name + "»" : "“" + name + "”";
    }

    public boolean isEmpty() {
        return report.calls() + report.unjudged() == 0;
    }

    /** Whether there are so few calls that shares had better not be read. */
    public boolean isFew() {
        return report.calls() > 0 && report.calls() < Share.FEW;
    }

    /** How many of a hundred: 12,3. */
    public String rate(Share share) {
        return share.share() == null ? UNKNOWN : view.format().oneDecimal(share.share() * 100);
    }

    /** 10,1–14,9. */
    public String interval(Share share) {
        return share.low() == null || share.high() == null
                ? UNKNOWN
                : view.format().oneDecimal(share.low() * 100) + "–"
                        + view.format().oneDecimal(share.high() * 100);
    }

    /** 23 of 120. */
    public String of(Share share) {
        return view.t(
                "repeats.of", view.format().number(share.count()), view.format().number(share.of()));
    }

    /** What a shift means, as a sentence. */
    public String sentence(Heard heard) {
        Shift shift = heard.shift();
        return view.t("requests.shift." + shift.verdict().id(), rate(shift.previous()), rate(heard.share()), p(shift));
    }

    /** The same in a few words. */
    public String shift(Shift shift) {
        return view.t("requests.shift.short." + shift.verdict().id());
    }

    private String p(Shift shift) {
        Double p = shift.p();
        if (p == null) {
            return UNKNOWN;
        }
        return p < TINY ? view.t("requests.p.tiny") : view.format().decimal(Math.round(p * 1000) / 1000.0);
    }

    public String signal(String id) {
        return view.label(Kind.SIGNAL, id);
    }

    public String reason(@Nullable String id) {
        return id == null ? view.t("repeats.unknown") : view.label(Kind.REASON, id);
    }

    public String stage(@Nullable String id) {
        return id == null ? view.t("repeats.unknown") : view.label(Kind.STAGE, id);
    }

    /** A product as its source names it. */
    public String product(Part part) {
        return Objects.requireNonNullElse(part.id(), view.t("repeats.unknown"));
    }

    /** What the customer tried: a barrier, a signal or the cause of a repeat. */
    public String step(Heard step) {
        String id = step.id();
        return id.equals(CAUSE)
                ? view.t("requests.breaks.cause")
                : id.indexOf('.') > 0 ? view.code(id) : view.label(Kind.SIGNAL, id);
    }

    /** Contact reasons of these calls with their part of them. */
    public String about(Heard heard) {
        return heard.about().stream()
                .map(part -> reason(part.id()) + " "
                        + view.format().number(part.share().count()))
                .collect(Collectors.joining(", "));
    }

    public String department(Department department) {
        String id = department.department();
        return id == null ? view.t("requests.voice." + department.kind().id()) : view.label(Kind.DEPARTMENT, id);
    }

    public boolean isVoiceShown() {
        return report.voice().state() == Voice.State.SHOWN;
    }

    /** Whether calls can be opened by whoever looks. */
    public boolean mayHear() {
        return view.may(Permission.READ_CALLS);
    }

    /** A call from some seconds before the words. */
    public String call(ToHear call) {
        return view.callAddress(new CallId(call.callId()), call.atMs());
    }

    /** All calls with a signal. */
    public String callsWithSignal(String signal) {
        return query.calls("signal", signal);
    }

    public String callsAbout(String reason) {
        return query.calls("reason", reason);
    }

    public String callsWithStep(Heard step) {
        String id = step.id();
        return id.equals(CAUSE)
                ? query.calls("cause", id)
                : id.indexOf('.') > 0 ? query.calls("code", id) : query.calls("signal", id);
    }

    public List<Part> shown(List<Part> parts) {
        return parts.subList(0, Math.min(SHOWN_PARTS, parts.size()));
    }

    /** All calls to hear of a reason that has grown, some of any other. */
    public List<ToHear> hear(Heard reason) {
        return reason.shift().verdict() == Verdict.MORE ? reason.hear() : few(reason.hear());
    }

    /** Some of the calls of one signal: a department's line has three of them. */
    public List<ToHear> few(List<ToHear> calls) {
        return calls.subList(0, Math.min(SHOWN_FEW, calls.size()));
    }

    /** Calls of the departments that are shown. */
    public long voiceCalls() {
        return report.voice().departments().stream()
                .mapToLong(Department::calls)
                .sum();
    }

    /** Whether any product has a name. */
    public boolean areProductsKnown() {
        return report.breaks().products().stream().anyMatch(part -> part.id() != null);
    }

    /** Every call that a department's line leads to. */
    public List<ToHear> hear(Department department) {
        return department.signs().stream().map(Sign::hear).flatMap(List::stream).toList();
    }
}
