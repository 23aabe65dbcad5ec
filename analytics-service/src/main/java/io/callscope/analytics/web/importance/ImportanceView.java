package io.callscope.analytics.web.importance;

import io.callscope.analytics.importance.CustomerOutcome;
import io.callscope.analytics.importance.ImportanceQuestion.By;
import io.callscope.analytics.importance.ImportanceReport;
import io.callscope.analytics.importance.ImportanceReport.Ends;
import io.callscope.analytics.importance.ImportanceReport.Factor;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.page.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The report in words. Every figure is out of the report, which is also what the API answers. One request's. */
public record ImportanceView(View view, ImportanceQuery query, ImportanceReport report) {
    private static final String UNKNOWN = "–";
    private static final int SHOWN = 12;
    /** From here on a digit behind the comma says nothing: sums of money. */
    private static final double THOUSANDS = 1_000;

    /** The sentences that stand first. */
    public List<String> lead() {
        List<String> lead = new ArrayList<>();
        lead.add(view.t(
                "importance.lead.period",
                view.format().date(report.first()),
                view.format().date(report.last()),
                outcome(),
                number(report.outcome()),
                view.n("importance.answers", report.studied())));
        if (report.factors().isEmpty()) {
            return lead;
        }
        Factor first = report.factors().get(0);
        lead.add(
                view.t("importance.lead.first", name(first.id()), percent(first.share()), percents(first.shareEnds())));
        lead.add(view.t(
                "importance.lead.effect",
                name(first.id()),
                Integer.toString(report.question().fall()),
                outcome(),
                number(report.outcome()),
                number(first.after()),
                ends(first.afterEnds())));
        return lead;
    }

    public String outcome() {
        return view.t("importance.outcome." + report.question().outcome().id());
    }

    public boolean isEmpty() {
        return report.answered().of() == 0;
    }

    /** Whether only answers were imported: then nobody knows how many were asked. */
    public boolean isRateKnown() {
        return report.answered().count() < report.answered().of();
    }

    /** Why nothing is said. */
    public String refusal() {
        return report.refusal() == null ? "" : view.t("importance.refusal." + report.refusal());
    }

    public String name(String id) {
        return report.question().by() == By.CODE ? view.code(id) : view.label(Kind.FORCE, id);
    }

    public List<Factor> shown() {
        return report.factors().subList(0, Math.min(SHOWN, report.factors().size()));
    }

    public Quadrant quadrant() {
        return new Quadrant(shown());
    }

    /** Whether its interval holds 0: nobody knows whether it does anything. */
    public boolean isUnsure(Factor factor) {
        return factor.slopeEnds().low() <= 0 && factor.slopeEnds().high() >= 0;
    }

    /** Whether barriers seem to better the outcome, which asks for a look at the calls. */
    public boolean isAgainst(Factor factor) {
        return report.question().outcome().isMoreBetter()
                ? factor.slopeEnds().low() > 0
                : factor.slopeEnds().high() < 0;
    }

    /** Whether customers are asked for it: else nobody can have answered more readily than others. */
    public boolean isAsked() {
        return report.question().outcome().isAsked();
    }

    public String percent(double share) {
        return view.format().share(share);
    }

    public String percents(Ends ends) {
        return view.format().shares(ends.low(), ends.high());
    }

    public String percent(Share share) {
        return share.share() == null ? UNKNOWN : view.format().share(share.share());
    }

    public String interval(Share share) {
        return share.low() == null || share.high() == null
                ? UNKNOWN
                : view.format().shares(share.low(), share.high());
    }

    public String of(Share share) {
        return view.t(
                "repeats.of", view.format().number(share.count()), view.format().number(share.of()));
    }

    /** One digit behind the comma, none of thousands, and a true minus. */
    public String number(@Nullable Double value) {
        if (value == null) {
            return UNKNOWN;
        }
        String number = Math.abs(value) >= THOUSANDS
                ? view.format().number(Math.round(value))
                : view.format().oneDecimal(value);
        return number.replace('-', '−');
    }

    /** 34,1…38,0: a dash would be taken for a minus. */
    public String ends(Ends ends) {
        return number(ends.low()) + "…" + number(ends.high());
    }

    public String seconds(@Nullable Double value) {
        return value == null ? UNKNOWN : view.format().duration(Math.round(value * 1000));
    }

    /** A share that came in percent. */
    public String given(@Nullable Double percent) {
        return percent == null ? UNKNOWN : view.format().share(percent / 100);
    }

    /** 09.2026. */
    public String month(LocalDate first) {
        return "%02d.%d".formatted(first.getMonthValue(), first.getYear());
    }

    public List<String> outcomes() {
        return CustomerOutcome.ids();
    }

    public List<String> kinds() {
        return By.ids();
    }

    /** Whether the form shows this value of a parameter. */
    public boolean isChosen(String name, String value) {
        return Objects.equals(
                value,
                switch (name) {
                    case "outcome" -> report.question().outcome().id();
                    case "by" -> report.question().by().id();
                    case "fall" -> Integer.toString(report.question().fall());
                    default -> Integer.toString(report.weeks());
                });
    }
}
