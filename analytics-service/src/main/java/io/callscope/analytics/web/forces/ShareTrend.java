package io.callscope.analytics.web.forces;

import io.callscope.analytics.repeats.report.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shares of weeks that follow one another as a line with the band of its intervals. The drawing is {@value #WIDTH} wide and
 * is stretched to the place it gets, so that only lines and areas stand in it and no words. Immutable.
 *
 * @param weeks oldest first
 * @param ceiling share at the upper edge, above 0
 */
public record ShareTrend(List<Week> weeks, double ceiling) {
    static final int WIDTH = 1000;
    static final int HEIGHT = 100;

    /** One week. */
    public record Week(LocalDate monday, boolean selected, Share share) {}

    public ShareTrend {
        weeks = List.copyOf(weeks);
        if (!(ceiling > 0)) {
            throw new IllegalArgumentException("ceiling %s: expected above 0".formatted(ceiling));
        }
    }

    /** An upper edge that all of these fit below. */
    static double ceiling(List<Share> shares) {
        double highest = shares.stream()
                .map(Share::high)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return Math.min(1, Math.max(0.02, Math.ceil(highest * 50) / 50));
    }

    /** Weeks in a row of which something is known: points of the line, and of the band around it. */
    public record Piece(String line, String band) {}

    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        List<Integer> row = new ArrayList<>();
        for (int i = 0; i <= weeks.size(); i++) {
            if (i < weeks.size() && weeks.get(i).share().share() != null) {
                row.add(i);
            } else if (!row.isEmpty()) {
                pieces.add(piece(row));
                row.clear();
            }
        }
        return pieces;
    }

    private Piece piece(List<Integer> row) {
        StringBuilder line = new StringBuilder();
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        for (int i : row) {
            Share share = weeks.get(i).share();
            // a week alone is drawn as wide as it is
            for (double x : row.size() == 1 ? new double[] {i + 0.2, i + 0.8} : new double[] {i + 0.5}) {
                append(line, x, share.share());
                append(upper, x, share.high());
                lower.insert(0, point(x, share.low()));
            }
        }
        return new Piece(line.toString().strip(), (upper + lower.toString()).strip());
    }

    private void append(StringBuilder points, double week, @Nullable Double share) {
        points.append(point(week, share));
    }

    private String point(double week, @Nullable Double share) {
        double y = HEIGHT * (1 - Math.min(1, Objects.requireNonNullElse(share, 0.0) / ceiling));
        return String.format(Locale.ROOT, "%.1f,%.1f ", week * WIDTH / weeks.size(), y);
    }

    /** Where the selected weeks begin. */
    public int selectedX() {
        long before = weeks.stream().takeWhile(week -> !week.selected()).count();
        return (int) (before * WIDTH / weeks.size());
    }

    /** How wide they are; 0 when none is. */
    public int selectedWidth() {
        return (int) (weeks.stream().filter(Week::selected).count() * WIDTH / weeks.size());
    }
}
