package io.callscope.analytics.web.repeats;

import io.callscope.analytics.repeats.report.RepeatReport.TrendWeek;
import io.callscope.analytics.repeats.report.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Weeks beside one another: a point for the share, a stroke for its interval. Places across are percents of the width,
 * heights are pixels. Immutable.
 */
public final class TrendDrawing {
    private static final int TOP = 10;
    private static final int PLOT = 150;
    private static final double LEFT = 11;
    private static final double RIGHT = 98;
    /** A quarter of each is a whole percent. */
    private static final List<Double> CEILINGS = List.of(0.04, 0.08, 0.12, 0.2, 0.4, 0.6, 0.8, 1.0);

    private static final int GRID = 4;

    private final List<TrendWeek> weeks;
    private final double ceiling;

    TrendDrawing(List<TrendWeek> weeks) {
        this.weeks = List.copyOf(weeks);
        double highest = weeks.stream()
                .map(week -> week.repeats().high())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        this.ceiling =
                CEILINGS.stream().filter(value -> value >= highest).findFirst().orElse(1.0);
    }

    /**
     * A week.
     *
     * @param x its middle, with a percent sign
     * @param left where it begins
     * @param width how wide it is
     * @param y of its share in pixels; null when there were no contacts
     * @param labelled whether its date is written: on a phone there is room for every third
     */
    public record Point(
            TrendWeek week,
            String x,
            String left,
            String width,
            @Nullable Integer y,
            @Nullable Integer lowY,
            @Nullable Integer highY,
            boolean labelled) {}

    /** A line across with its share, 0 to 1. */
    public record Grid(double share, int y) {}

    /** A piece between two weeks that follow one another. */
    public record Step(String x1, int y1, String x2, int y2, boolean open) {}

    public int height() {
        return TOP + PLOT + 24;
    }

    public int plotTop() {
        return TOP;
    }

    public int plotHeight() {
        return PLOT;
    }

    public int labelY() {
        return TOP + PLOT + 17;
    }

    public String left() {
        return percent(LEFT);
    }

    public String right() {
        return percent(RIGHT);
    }

    public List<Grid> grid() {
        List<Grid> grid = new ArrayList<>();
        for (int i = 0; i <= GRID; i++) {
            double share = ceiling * i / GRID;
            grid.add(new Grid(share, y(share)));
        }
        return grid;
    }

    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        double width = (RIGHT - LEFT) / Math.max(1, weeks.size());
        for (TrendWeek week : weeks) {
            int place = points.size();
            Share share = week.repeats();
            double left = LEFT + place * width;
            points.add(new Point(
                    week,
                    percent(left + width / 2),
                    percent(left),
                    percent(width),
                    week.shortHistory() ? null : yOf(share.share()),
                    yOf(share.low()),
                    yOf(share.high()),
                    (weeks.size() - 1 - place) % 3 == 0));
        }
        return points;
    }

    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        List<Point> points = points();
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            if (from.y() != null && to.y() != null) {
                steps.add(
                        new Step(from.x(), from.y(), to.x(), to.y(), !to.week().closed()));
            }
        }
        return steps;
    }

    private @Nullable Integer yOf(@Nullable Double share) {
        return share == null ? null : y(share);
    }

    private int y(double share) {
        return TOP + (int) Math.round(PLOT * (1 - share / ceiling));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
