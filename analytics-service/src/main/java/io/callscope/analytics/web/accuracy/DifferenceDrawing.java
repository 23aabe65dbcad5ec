package io.callscope.analytics.web.accuracy;

import io.callscope.analytics.accuracy.report.TotalRow;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Totals of machine and people: their mean across, their difference upwards. Places across are percents of the width,
 * heights are pixels. Immutable.
 */
public final class DifferenceDrawing {
    private static final int TOP = 10;
    private static final int PLOT = 170;
    private static final double LEFT = 11;
    private static final double RIGHT = 98;
    private static final int MOST_POINTS = 500;
    private static final double STEP = 20;

    private final TotalRow row;
    private final double reach;

    DifferenceDrawing(TotalRow row) {
        this.row = row;
        double largest = Stream.concat(
                        row.points().stream().map(TotalRow.Point::difference),
                        Stream.of(row.limitLow(), row.limitHigh()).map(value -> value == null ? 0.0 : value))
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        this.reach = Math.max(STEP, Math.ceil(largest / STEP) * STEP);
    }

    /** A call. */
    public record Dot(String x, int y) {}

    /** A line across with its points. */
    public record Line(double points, int y) {}

    public int height() {
        return TOP + PLOT + 24;
    }

    public String left() {
        return percent(LEFT);
    }

    public String right() {
        return percent(RIGHT);
    }

    public int labelY() {
        return TOP + PLOT + 17;
    }

    /** At most some hundreds, evenly chosen: more only cover each other. */
    public List<Dot> dots() {
        int n = row.points().size();
        int shown = Math.min(n, MOST_POINTS);
        return IntStream.range(0, shown)
                .mapToObj(i -> row.points().get((int) ((long) i * n / shown)))
                .map(point -> new Dot(percent(LEFT + (RIGHT - LEFT) * point.mean() / 100), y(point.difference())))
                .toList();
    }

    public List<Line> grid() {
        return Stream.of(-reach, -reach / 2, 0.0, reach / 2, reach)
                .map(points -> new Line(points, y(points)))
                .toList();
    }

    /** The bias and the two limits. */
    public List<Line> lines() {
        return Stream.of(line(row.limitLow()), line(row.bias()), line(row.limitHigh()))
                .flatMap(List::stream)
                .toList();
    }

    private List<Line> line(@Nullable Double points) {
        return points == null ? List.of() : List.of(new Line(points, y(points)));
    }

    private int y(double points) {
        return TOP + (int) Math.round(PLOT * (1 - (points + reach) / (2 * reach)));
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}
