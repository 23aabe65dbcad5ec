package io.callscope.analytics.web.repeats;

import io.callscope.analytics.repeats.report.CauseLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Causes as bars beneath one another with the line of their sum. Lengths are percents of the width, heights are pixels,
 * so that nothing is distorted on a narrow page. Immutable.
 *
 * @param causes most frequent first
 */
public record ParetoDrawing(List<CauseLine> causes) {
    /** Height of one cause: its name, its department, its bar. */
    static final int ROW = 58;

    private static final int BAR_TOP = 36;
    private static final int BAR_HEIGHT = 14;

    /** All repeats are so long, in percent of the width; the rest is for figures. */
    private static final double WHOLE = 84;

    public ParetoDrawing {
        causes = List.copyOf(causes);
    }

    /**
     * One cause.
     *
     * @param y where it begins, in pixels
     * @param width of its bar, with a percent sign
     * @param sumX where the sum of it and those before it stands, with a percent sign
     */
    public record Bar(CauseLine cause, int y, String width, String sumX) {
        public int barY() {
            return y + BAR_TOP;
        }

        public int barHeight() {
            return BAR_HEIGHT;
        }

        /** Height of the sum's point. */
        public int sumY() {
            return y + BAR_TOP + BAR_HEIGHT / 2;
        }
    }

    /** A piece of the line of sums. */
    public record Step(String x1, int y1, String x2, int y2) {}

    public int height() {
        return causes.size() * ROW + 4;
    }

    public List<Bar> bars() {
        List<Bar> bars = new ArrayList<>();
        for (CauseLine cause : causes) {
            bars.add(new Bar(
                    cause,
                    bars.size() * ROW,
                    at(Objects.requireNonNullElse(cause.share().share(), 0.0)),
                    at(Objects.requireNonNullElse(cause.sum(), 0.0))));
        }
        return bars;
    }

    public List<Step> steps() {
        List<Bar> bars = bars();
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < bars.size(); i++) {
            Bar from = bars.get(i - 1);
            Bar to = bars.get(i);
            steps.add(new Step(from.sumX(), from.sumY(), to.sumX(), to.sumY()));
        }
        return steps;
    }

    /** Where all repeats would end. */
    public String whole() {
        return at(1);
    }

    private static String at(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * WHOLE);
    }
}
