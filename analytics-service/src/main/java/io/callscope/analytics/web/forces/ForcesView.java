package io.callscope.analytics.web.forces;

import io.callscope.analytics.accuracy.report.Corrected;
import io.callscope.analytics.forces.ForceReport;
import io.callscope.analytics.forces.ForceReport.Barrier;
import io.callscope.analytics.forces.ForceReport.Cell;
import io.callscope.analytics.forces.ForceReport.Effort;
import io.callscope.analytics.forces.ForceReport.Gap;
import io.callscope.analytics.forces.ForceReport.Line;
import io.callscope.analytics.forces.ForceReport.OfForce;
import io.callscope.analytics.repeats.report.Change;
import io.callscope.analytics.repeats.report.Share;
import io.callscope.analytics.users.Permission;
import io.callscope.analytics.web.Labels.Kind;
import io.callscope.analytics.web.api.QueryString;
import io.callscope.analytics.web.page.View;
import io.callscope.model.analysis.Polarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report in words. Every figure is out of the report, which is also what the API answers. One request's. */
public record ForcesView(View view, ForcesQuery query, CheckedForces checked, ForceReport report) {
    private static final String UNKNOWN = "–";
    private static final int SHADES = 5;
    private static final int SHOWN_LINES = 12;
    /** Barriers of a department that the page shows; the sheet has all. */
    private static final int SHOWN_BARRIERS = 5;

    ForcesView(View view, ForcesQuery query, CheckedForces checked) {
        this(view, query, checked, checked.report());
    }

    /** Shares with the machine's errors taken out. */
    public ForcesTrust trust() {
        return new ForcesTrust(view, checked);
    }

    /** The sentences that stand first. */
    public List<String> lead() {
        List<String> lead = new ArrayList<>();
        lead.add(view.t(
                "forces.lead.period",
                view.n("repeats.lead.weeks", report.weeks()),
                view.format().date(report.first()),
                view.format().date(report.last())));
        if (report.barriers().share() == null) {
            return lead;
        }
        lead.add(view.t(
                "forces.lead.share",
                view.n("forces.lead.calls", report.calls()),
                rate(report.barriers()),
                interval(report.barriers()),
                change(report.change())));
        Corrected any = checked.correctedAny();
        if (any.share() != null && any.basis() == Corrected.Basis.MACHINE_AND_PEOPLE) {
            lead.add(view.t("forces.lead.corrected", trust().beside(any), view.n("accuracy.calls", any.reviewed())));
        }
        report.forces().stream()
                .max(Comparator.comparingLong(force -> force.barriers().count()))
                .filter(force -> force.barriers().count() > 0)
                .ifPresent(force -> lead.add(view.t(
                        "forces.lead.most", force(force.force()), rate(force.barriers()), mostStage(force.force()))));
        report.gaps().stream()
                .limit(1)
                .forEach(gap -> lead.add(view.t("forces.lead.gap", department(gap.department()), rate(gap.share()))));
        return lead;
    }

    private String mostStage(String force) {
        return report.map().stream()
                .filter(cell -> cell.force().equals(force))
                .max(Comparator.comparingLong(cell -> cell.barriers().count()))
                .map(cell -> stage(cell.stage()))
                .orElse(UNKNOWN);
    }

    private String change(Change change) {
        return view.t(
                "repeats.change." + change.verdict().id(),
                view.n("repeats.before", report.weeks()),
                rate(change.previous()));
    }

    /** How it changed, in a word; empty while that may be chance. */
    public String direction(Change change) {
        return switch (change.verdict()) {
            case MORE -> view.t("forces.more");
            case LESS -> view.t("forces.less");
            case NOISE, TOO_FEW -> "";
        };
    }

    public boolean isEmpty() {
        return report.calls() + report.unjudged() == 0;
    }

    /** Whether there are so few calls that shares had better not be read. */
    public boolean isFew() {
        return report.calls() > 0 && report.calls() < Share.FEW;
    }

    /** How many of a hundred calls: 12,3. */
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

    public String force(String id) {
        return view.label(Kind.FORCE, id);
    }

    public String stage(String id) {
        return view.label(Kind.STAGE, id);
    }

    public String department(String id) {
        return view.label(Kind.DEPARTMENT, id);
    }

    /** What the map shows of a cell. */
    public Share shown(Cell cell) {
        return query.isOfDrivers() ? cell.drivers() : cell.barriers();
    }

    /** The same of a whole force. */
    public Share shown(OfForce force) {
        return query.isOfDrivers() ? force.drivers() : force.barriers();
    }

    public List<Cell> row(String force) {
        return report.map().stream().filter(cell -> cell.force().equals(force)).toList();
    }

    /** How dark a cell is, 0 to 5: by its share of the darkest. */
    public int shade(Share share) {
        double most = report.map().stream()
                .map(cell -> shown(cell).share())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return shade(share, most);
    }

    /** The same of a line's force, among all lines of the table. */
    public int shade(List<Line> lines, Share share) {
        double most = lines.stream()
                .flatMap(line -> line.forces().values().stream())
                .map(Share::share)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return shade(share, most);
    }

    private static int shade(Share share, double most) {
        return share.share() == null || share.count() == 0 ? 0 : (int) Math.ceil(share.share() / most * SHADES);
    }

    /** Whether calls can be listed by whoever looks. */
    public boolean mayList() {
        return view.may(Permission.READ_CALLS);
    }

    private String polarity() {
        return query.isOfDrivers() ? Polarity.DRIVER.id() : Polarity.BARRIER.id();
    }

    /** The calls behind a cell of the map. */
    public String calls(Cell cell) {
        return query.calls("force", cell.force(), "stage", cell.stage(), "polarity", polarity());
    }

    public String calls(OfForce force) {
        return query.calls("force", force.force(), "polarity", polarity());
    }

    public String calls(Gap gap, Barrier barrier) {
        return query.calls("code", barrier.code(), "stage", barrier.stage(), "owner", gap.department());
    }

    /** Null where a list of calls cannot be asked for it. */
    public @Nullable String calls(Effort effort) {
        return switch (effort.kind()) {
            case CODE -> query.calls("code", effort.id());
            case SIGNAL -> query.calls("signal", effort.id());
            case COUNTED -> effort.id().equals("repeat-said") ? query.calls("repeat", "true") : null;
        };
    }

    public String effort(Effort effort) {
        return switch (effort.kind()) {
            case CODE -> view.code(effort.id());
            case SIGNAL -> view.label(Kind.SIGNAL, effort.id());
            case COUNTED -> view.t("forces.effort." + effort.id());
        };
    }

    /** What may be proposed for a barrier; empty when nothing is. */
    public String action(Barrier barrier) {
        return barrier.action().getOrDefault(view.tag(), "");
    }

    /** The sheet that is handed to a department. */
    public String handover(Gap gap, String format) {
        StringBuilder address = new StringBuilder(query.address("/forces/export." + format));
        QueryString.append(address, "department", gap.department());
        return address.toString();
    }

    public List<Barrier> shown(Gap gap) {
        return gap.barriers().subList(0, Math.min(SHOWN_BARRIERS, gap.barriers().size()));
    }

    public List<Line> shown(List<Line> lines) {
        return lines.subList(0, Math.min(SHOWN_LINES, lines.size()));
    }

    /** Whether any line has a name. */
    public boolean isKnown(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.value() != null);
    }

    /** Values that the filter offers. */
    public List<String> offered(List<Line> lines) {
        return lines.stream().map(Line::value).filter(Objects::nonNull).toList();
    }

    /** One line of the trend: any barrier, or those of a force. */
    public record Drawn(String name, ShareTrend trend, Share now) {}

    /** Any barrier first, then each force; all of the forces to one measure. */
    public List<Drawn> trends() {
        List<ShareTrend.Week> any = report.trend().stream()
                .map(week -> new ShareTrend.Week(week.monday(), week.selected(), week.barriers()))
                .toList();
        double ceiling = ShareTrend.ceiling(report.trend().stream()
                .flatMap(week -> week.forces().values().stream())
                .toList());
        Drawn whole = new Drawn(
                view.t("forces.any"),
                new ShareTrend(
                        any,
                        ShareTrend.ceiling(
                                any.stream().map(ShareTrend.Week::share).toList())),
                report.barriers());
        return Stream.concat(
                        Stream.of(whole),
                        report.forces().stream()
                                .map(force -> new Drawn(
                                        force(force.force()),
                                        new ShareTrend(weeks(force.force()), ceiling),
                                        force.barriers())))
                .toList();
    }

    private List<ShareTrend.Week> weeks(String force) {
        return report.trend().stream()
                .map(week -> new ShareTrend.Week(
                        week.monday(),
                        week.selected(),
                        Objects.requireNonNull(week.forces().get(force))))
                .toList();
    }
}
