package io.callscope.analytics.web.importance;

import io.callscope.analytics.importance.ImportanceReport.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Frequency across, influence upwards: what is to the right and high is to be mended first. Places across are percents of
 * the width, heights are pixels, so that nothing is distorted on a narrow page. Immutable.
 *
 * @param factors most important first; each is drawn with its place in this list, from 1
 */
public record Quadrant(List<Factor> factors) {
    private static final int TOP = 14;
    private static final int PLOT = 280;
    private static final double LEFT = 9;
    private static final double RIGHT = 97;
    private static final double AIR = 1.1;
    private static final int GRID = 4;

    public Quadrant {
        factors = List.copyOf(factors);
    }

    /**
     * A factor.
     *
     * @param number its place in the table
     * @param x with a percent sign
     */
    public record Point(Factor factor, int number, String x, int y, int lowY, int highY) {}

    /** A line with its share, 0 to 1. */
    public record Line(double share, String x, int y) {}

    private double widest() {
        return AIR
                * Math.max(
                        0.01,
                        factors.stream().mapToDouble(Quadrant::frequency).max().orElse(0));
    }

    private double highest() {
        return Math.max(
                0.01,
                factors.stream()
                        .mapToDouble(one -> one.shareEnds().high())
                        .max()
                        .orElse(0));
    }

    private static double frequency(Factor factor) {
        return Objects.requireNonNullElse(factor.inCalls().share(), factor.inAnswers());
    }

    public int height() {
        return TOP + PLOT + 40;
    }

    public int top() {
        return TOP;
    }

    public int bottom() {
        return TOP + PLOT;
    }

    public String left() {
        return percent(LEFT);
    }

    public String right() {
        return percent(RIGHT);
    }

    /** From the middle to the right edge. */
    public String firstWidth() {
        return percent((RIGHT - LEFT) / 2);
    }

    /** Half of the width. */
    public String middleX() {
        return x(widest() / 2);
    }

    public int middleY() {
        return y(highest() / 2);
    }

    public List<Line> acrossGrid() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i <= GRID; i++) {
            double share = widest() * i / GRID;
            lines.add(new Line(share, x(share), bottom()));
        }
        return lines;
    }

    public List<Line> upwardsGrid() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i <= GRID; i++) {
            double share = highest() * i / GRID;
            lines.add(new Line(share, left(), y(share)));
        }
        return lines;
    }

    /** The least important first, so that the others lie above it. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (int i = factors.size() - 1; i >= 0; i--) {
            Factor factor = factors.get(i);
            points.add(new Point(
                    factor,
                    i + 1,
                    x(frequency(factor)),
                    y(factor.share()),
                    y(factor.shareEnds().low()),
                    y(factor.shareEnds().high())));
        }
        return points;
    }

    private String x(double share) {
        return percent(LEFT + (RIGHT - LEFT) * share / widest());
    }

    private int y(double share) {
        return TOP + (int) Math.round(PLOT * (1 - share / highest()));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
