package io.callscope.statistics.importance;

import java.util.List;
import java.util.Objects;

/**
 * What was observed: one row for each answer.
 *
 * @param names of the predictors
 * @param columns one array for each predictor, a value for each row
 * @param outcome a value for each row
 * @param clusters rows of the same number depend on one another, such as answers of one customer
 */
public record Observations(List<String> names, double[][] columns, double[] outcome, int[] clusters) {
    public Observations {
        names = List.copyOf(names);
        Objects.requireNonNull(outcome, "outcome");
        if (names.size() != columns.length) {
            throw new IllegalArgumentException("%d predictors with %d columns".formatted(names.size(), columns.length));
        }
        for (int j = 0; j < columns.length; j++) {
            requireRows(names.get(j), columns[j].length, outcome.length);
        }
        requireRows("clusters", clusters.length, outcome.length);
        for (double value : outcome) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("outcome %s: expected a number".formatted(value));
            }
        }
    }

    private static void requireRows(String name, int rows, int expected) {
        if (rows != expected) {
            throw new IllegalArgumentException("%s: %d rows, expected %d".formatted(name, rows, expected));
        }
    }

    public int size() {
        return outcome.length;
    }

    /** The same with only some predictors. */
    Observations with(List<Integer> chosen) {
        return new Observations(
                chosen.stream().map(names::get).toList(),
                chosen.stream().map(j -> columns[j]).toArray(double[][]::new),
                outcome,
                clusters);
    }
}
