package io.callscope.analytics.examples;

/** Some places of a long vector and their weights; all other places are 0. Never changed after it is made. */
final class SparseVector {
    private final int[] places;
    private final double[] weights;

    SparseVector(int[] places, double[] weights) {
        this.places = places;
        this.weights = weights;
    }

    int count() {
        return places.length;
    }

    int place(int i) {
        return places[i];
    }

    double weight(int i) {
        return weights[i];
    }
}
