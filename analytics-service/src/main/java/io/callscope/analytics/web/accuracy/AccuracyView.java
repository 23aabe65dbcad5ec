package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.ItemKind;
import io.callscope.analytics.accuracy.report.AccuracyReport;
import io.callscope.analytics.accuracy.report.Expert.Chance;
import io.callscope.analytics.accuracy.report.Figure;
import io.callscope.analytics.accuracy.report.ItemRow;
import io.callscope.analytics.accuracy.report.TotalRow;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.web.page.View;
import io.callscope.statistics.decision.Decision;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The report in words. Every figure is out of the report, which is also what the API answers. One request's. */
public final class AccuracyView {
    private final View view;
    private final AccuracyReport report;
    private final ItemNames names;
    private final AccuracyWords words;

    AccuracyView(View view, AccuracyReport report, Scorecards scorecards) {
        this.view = view;
        this.report = report;
        this.names = new ItemNames(view, scorecards);
        this.words = new AccuracyWords(view);
    }

    public View view() {
        return view;
    }

    public AccuracyReport report() {
        return report;
    }

    public boolean isEmpty() {
        return report.reviews() == 0;
    }

    public boolean isSimulated() {
        return report.simulated() > 0;
    }

    public List<Decision> decisions() {
        return List.of(Decision.values());
    }

    /** Groups of rows in the report's order; those without any review stand last. */
    public List<ItemGroup> groups() {
        Map<String, List<ItemRow>> rows = new LinkedHashMap<>();
        report.items()
                .forEach(row -> rows.computeIfAbsent(heading(row), heading -> new ArrayList<>())
                        .add(row));
        return rows.entrySet().stream()
                .map(group -> ItemGroup.of(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(group -> group.reviewed().isEmpty()))
                .toList();
    }

    String heading(ItemRow row) {
        return row.item().kind() == ItemKind.CRITERION
                ? names.scorecard(Objects.requireNonNull(row.item().scorecard()))
                : view.t("accuracy.group." + row.item().kind().id());
    }

    public String scorecard(TotalRow row) {
        return names.scorecard(row.scorecard());
    }

    public String name(ItemRow row) {
        return names.of(row.item());
    }

    public String decision(ItemRow row) {
        return words.decision(row);
    }

    /** The decision within a sentence. */
    public String decisionInside(ItemRow row) {
        String decision = words.decision(row);
        return decision.substring(0, 1).toLowerCase(Locale.ROOT) + decision.substring(1);
    }

    public String decisionId(ItemRow row) {
        return AccuracyWords.id(row);
    }

    public String consequence(ItemRow row) {
        return words.consequence(row);
    }

    public List<String> why(ItemRow row) {
        return words.why(row);
    }

    public String sentence(ItemRow row) {
        return words.sentence(row);
    }

    public String next(ItemRow row) {
        return words.next(row);
    }

    public String of(Figure figure) {
        return words.of(figure);
    }

    public String atLeast(Figure figure) {
        return words.atLeast(figure);
    }

    public String perHundred(ItemRow row) {
        return words.perHundred(row);
    }

    public String perHundredInterval(ItemRow row) {
        return words.perHundredInterval(row);
    }

    public String people(ItemRow row) {
        return words.people(row);
    }

    public String strictness(ItemRow row) {
        return words.strictness(row);
    }

    public String strictnessInterval(ItemRow row) {
        return words.strictnessInterval(row);
    }

    public String share(ItemRow row) {
        return words.share(row);
    }

    /** This version beside the one before, in sentences. */
    public List<String> rescored(ItemRow row) {
        return words.rescored(row);
    }

    public List<String> shareWords(ItemRow row) {
        return words.shareWords(row);
    }

    public String since(ItemRow row) {
        return words.date(row.since());
    }

    /** The first digits of a version key, as people compare them. */
    public String version(String key) {
        return key.isEmpty() ? words.unknown() : key.length() > 8 ? key.substring(0, 8) : key;
    }

    /** A share with its interval. */
    public String interval(Figure figure) {
        return figure.share() == null || figure.low() == null || figure.high() == null
                ? words.unknown()
                : view.format().share(figure.share()) + " (" + view.format().shares(figure.low(), figure.high()) + ")";
    }

    /** A coefficient with its interval. */
    public String chance(@Nullable Chance chance) {
        if (chance == null) {
            return words.unknown();
        }
        String value = view.format().fraction(chance.value());
        return chance.low() == null || chance.high() == null
                ? value
                : value + " (" + fraction(chance.low()) + " … " + fraction(chance.high()) + ")";
    }

    public String fraction(@Nullable Double value) {
        return value == null ? words.unknown() : view.format().fraction(value);
    }

    public String percent(@Nullable Double value) {
        return value == null ? words.unknown() : view.format().share(value);
    }

    /** Points of a total, with their sign. */
    public String points(@Nullable Double value) {
        return value == null
                ? words.unknown()
                : (value > 0 ? "+" : "") + view.format().oneDecimal(value);
    }

    /** Whether single calls tell what to mend: links and causes are told by pairs of calls. */
    public boolean isLearnable(ItemRow row) {
        return row.item().kind() != ItemKind.LINK && row.item().kind() != ItemKind.CAUSE;
    }

    /** Where its disagreements are. */
    public String learnAddress(ItemRow row) {
        return LearningPages.address(row.item().key());
    }

    /** What calls come in, beside those the machine was checked on. */
    public InputWords input() {
        return new InputWords(view, names, report.input());
    }

    public DifferenceDrawing drawing(TotalRow row) {
        return new DifferenceDrawing(row);
    }
}
