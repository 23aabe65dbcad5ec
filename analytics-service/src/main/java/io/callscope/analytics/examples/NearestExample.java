package io.callscope.analytics.examples;

import java.util.List;

/**
 * Finds the example that is most like some words, by the product of both vectors. Indexed by feature: most examples share
 * a feature or two with the words, and only those are added up. Immutable.
 */
final class NearestExample {
    private final List<String> codes;
    /** Where the examples with a feature begin in the next two, by its place; one more entry than features. */
    private final int[] starts;

    private final int[] examples;
    private final double[] weights;

    /**
     * @param codes code of each example; one or more
     * @param vectors features of each
     * @param features how many there are
     */
    NearestExample(List<String> codes, List<SparseVector> vectors, int features) {
        if (codes.isEmpty() || codes.size() != vectors.size()) {
            throw new IllegalArgumentException(
                    "%d codes of %d examples: expected as many, one or more".formatted(codes.size(), vectors.size()));
        }
        this.codes = List.copyOf(codes);
        this.starts = new int[features + 1];
        for (SparseVector vector : vectors) {
            for (int i = 0; i < vector.count(); i++) {
                starts[vector.place(i) + 1]++;
            }
        }
        for (int place = 0; place < features; place++) {
            starts[place + 1] += starts[place];
        }
        this.examples = new int[starts[features]];
        this.weights = new double[starts[features]];
        int[] next = starts.clone();
        for (int example = 0; example < vectors.size(); example++) {
            SparseVector vector = vectors.get(example);
            for (int i = 0; i < vector.count(); i++) {
                int at = next[vector.place(i)]++;
                examples[at] = example;
                weights[at] = vector.weight(i);
            }
        }
    }

    /** The code of the nearest; of equally near ones the first. */
    String codeOf(SparseVector words) {
        double[] likeness = new double[codes.size()];
        for (int i = 0; i < words.count(); i++) {
            int place = words.place(i);
            for (int at = starts[place]; at < starts[place + 1]; at++) {
                likeness[examples[at]] += weights[at] * words.weight(i);
            }
        }
        int nearest = 0;
        for (int example = 1; example < likeness.length; example++) {
            if (likeness[example] > likeness[nearest]) {
                nearest = example;
            }
        }
        return codes.get(nearest);
    }
}
