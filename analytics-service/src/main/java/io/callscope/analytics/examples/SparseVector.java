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

    /** The same with all its zeros, for many {@link #dot}s with one vector. */
    double[] dense(int size) {
        double[] dense = new double[size];
        for (int i = 0; i < places.length; i++) {
            dense[places[i]] = weights[i];
        }
        return dense;
    }

    /** The product with a vector given by {@link #dense}. */
    double dot(double[] other) {
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += weights[i] * other[places[i]];
        }
        return sum;
    }
}
