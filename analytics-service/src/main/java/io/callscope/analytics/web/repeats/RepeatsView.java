package io.callscope.analytics.web.repeats;

import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.classify.Circumstances;
import io.callscope.analytics.repeats.report.CauseLine;
import io.callscope.analytics.repeats.report.Change;
import io.callscope.analytics.repeats.report.Cost;
import io.callscope.analytics.repeats.report.RepeatReport;
import io.callscope.analytics.repeats.report.RepeatReport.Line;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.repeats.report.Split;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.accuracy.CorrectedWords;
import io.callscope.analytics.web.page.View;
import io.callscope.model.call.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report in words. Every figure is out of the report, which is also what the API answers. One request's. */
public record RepeatsView(View view, RepeatsQuery query, CheckedRepeats checked, RepeatReport report) {
    private static final int FEW_HOURS = 10;
    private static final int SHOWN_BARS = 8;
    private static final int LEADING = 3;
    private static final int SHOWN_LINES = 10;
    private static final String UNKNOWN = "–";

    RepeatsView(View view, RepeatsQuery query, CheckedRepeats checked) {
        this(view, query, checked, checked.report());
    }

    /** Shares with the machine's errors taken out, in words. */
    public CorrectedWords words() {
        return new CorrectedWords(view);
    }

    /** The share of repeats with the machine's errors taken out. */
    public Corrected corrected() {
        return checked.corrected();
    }

    /** The same of a line, in a few words; empty where it cannot be given. */
    public String corrected(Split split, Line line) {
        return words().beside(checked.corrected(split, line));
    }

    /** The same of a week. */
    public String corrected(RepeatReport.TrendWeek week) {
        return words().beside(checked.correctedTrend().get(week.monday()));
    }

    /** Causes with the machine's errors taken out, in words. */
    public CauseWords causes() {
        return new CauseWords(this);
    }

    /** What the corrected share stands on, in sentences. */
    public List<String> trust() {
        List<String> sentences = new ArrayList<>(words().sentences(corrected()));
        if (isOfPeople()) {
            sentences.add(view.t("accuracy.share.people-weeks"));
        }
        return sentences;
    }

    /** Whether the share beside the machine's is what people say alone, of other weeks. */
    public boolean isOfPeople() {
        return corrected().basis() == Corrected.Basis.PEOPLE;
    }

    /** The sentences that stand first. */
    public List<String> lead() {
        List<String> lead = new ArrayList<>();
        lead.add(period());
        if (report.repeats().share() == null) {
            return lead;
        }
        lead.add(view.t("repeats.lead.share", percent(report.repeats()), interval(report.repeats()), change()));
        if (corrected().share() != null) {
            lead.add(view.t(
                    isOfPeople() ? "repeats.lead.people" : "repeats.lead.corrected",
                    words().share(corrected()),
                    words().interval(corrected()),
                    view.n("accuracy.calls", corrected().reviewed())));
        }
        if (!report.bars().isEmpty()) {
            lead.add(leadingCauses());
        }
        noCause().ifPresent(cause -> lead.add(view.t("repeats.lead.no-cause", percent(cause.share()))));
        lead.add(cost());
        Share own = report.preventable().yes();
        if (own.share() != null) {
            lead.add(view.t(
                    "repeats.lead.preventable",
                    percent(own),
                    percent(report.preventable().partly())));
        }
        return lead;
    }

    private String period() {
        String key = report.closed() ? "repeats.lead.closed" : "repeats.lead.open";
        return view.t(
                key,
                view.n("repeats.lead.weeks", report.weeks()),
                view.format().date(report.first()),
                view.format().date(report.last()),
                view.format().date(report.closesOn()));
    }

    private String change() {
        Change change = report.change();
        return view.t(
                "repeats.change." + change.verdict().id(),
                view.n("repeats.before", report.weeks()),
                percent(change.previous()));
    }

    private String leadingCauses() {
        List<CauseLine> first =
                report.bars().subList(0, Math.min(LEADING, report.bars().size()));
        String names = first.stream()
                .map(cause -> view.t("repeats.lead.cause", withSmallLetter(cause(cause)), owner(cause)))
                .collect(Collectors.joining(", "));
        double sum = Objects.requireNonNullElse(first.get(first.size() - 1).sum(), 0.0);
        return view.t(
                "repeats.lead.causes",
                view.n("repeats.causes-give", first.size()),
                view.format().share(sum),
                names);
    }

    /** A name within a sentence; what is written in capitals stays so. */
    private static String withSmallLetter(String name) {
        return name.length() > 1 && Character.isUpperCase(name.charAt(1))
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** How many causes the bars do not show. */
    public int furtherCauses() {
        return Math.max(0, report.bars().size() - SHOWN_BARS);
    }

    private Optional<CauseLine> noCause() {
        return report.causes().stream()
                .filter(cause -> cause.cause().equals(Circumstances.NO_CAUSE))
                .findFirst();
    }

    private String cost() {
        Cost cost = report.cost();
        return cost.money() == null
                ? view.t("repeats.lead.hours", hours(cost), fte(cost))
                : view.t("repeats.lead.money", hours(cost), fte(cost), money(cost));
    }

    /** Whether there are so few contacts that shares had better not be read. */
    public boolean isFew() {
        return report.repeats().of() > 0 && report.repeats().isFew();
    }

    public boolean isEmpty() {
        return report.tally().contacts() + report.tally().unjudged() == 0;
    }

    /** How many pairs of calls there are to hear. */
    public long pairs() {
        return report.causes().stream().mapToLong(cause -> cause.pairs().size()).sum();
    }

    public String percent(Share share) {
        return share.share() == null ? UNKNOWN : view.format().share(share.share());
    }

    /** 18,8–30,0 %. */
    public String interval(Share share) {
        return share.low() == null || share.high() == null
                ? UNKNOWN
                : view.format().shares(share.low(), share.high());
    }

    /** 23 of 120. */
    public String of(Share share) {
        return view.t(
                "repeats.of", view.format().number(share.count()), view.format().number(share.of()));
    }

    public String hours(Cost cost) {
        return cost.hours() < FEW_HOURS
                ? view.t("repeats.few-hours", view.format().oneDecimal(cost.hours()))
                : view.n("repeats.hours", Math.round(cost.hours()));
    }

    public String fte(Cost cost) {
        return view.format().oneDecimal(cost.fte());
    }

    /** Empty when the site does not say what a minute costs. */
    public String money(Cost cost) {
        return cost.money() == null ? "" : view.format().number(Math.round(cost.money())) + "\u00A0" + cost.currency();
    }

    public String cause(CauseLine cause) {
        return view.label(Kind.CAUSE, cause.cause());
    }

    /** The department that can stop most of it. */
    public String owner(CauseLine cause) {
        return department(cause.owner());
    }

    /** A department by name; words that nobody is named. */
    public String department(@Nullable String id) {
        return id == null ? view.t("repeats.no-department") : view.label(Kind.DEPARTMENT, id);
    }

    /** Whether the contact center could have prevented it, in a word. */
    public String preventable(CauseLine cause) {
        return cause.preventable() == null ? UNKNOWN : view.t("repeats.preventable." + cause.preventable());
    }

    /** The name of what a line is of. */
    public String value(Split split, Line line) {
        String value = line.value();
        if (value == null) {
            return view.t("repeats.unknown");
        }
        return switch (split) {
            case REASON -> view.label(Kind.REASON, value);
            case STAGE -> view.label(Kind.STAGE, value);
            case QUEUE, TEAM, PRODUCT -> value;
        };
    }

    /** The page of this line alone; null when it cannot be asked for. */
    public @Nullable String address(Split split, Line line) {
        return line.value() == null ? null : query.with(split.id(), line.value());
    }

    /** Splits that tell something: more than one value, or the one that is known. */
    public List<Split> splits() {
        return report.lines().entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(line -> line.value() != null))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The lines with most contacts. */
    public List<Line> shown(Split split) {
        List<Line> lines = report.lines().getOrDefault(split, List.of());
        return lines.subList(0, Math.min(SHOWN_LINES, lines.size()));
    }

    /** Values of a split that the filter offers. */
    public List<String> offered(Split split) {
        return report.lines().getOrDefault(split, List.of()).stream()
                .map(Line::value)
                .filter(Objects::nonNull)
                .toList();
    }

    /** A call from some seconds before the words. */
    public String call(String id, @Nullable Long atMs) {
        return view.callAddress(new CallId(id), atMs);
    }

    public ParetoDrawing pareto() {
        return new ParetoDrawing(
                report.bars().subList(0, Math.min(SHOWN_BARS, report.bars().size())));
    }

    public TrendDrawing trend() {
        return new TrendDrawing(report.trend());
    }
}
