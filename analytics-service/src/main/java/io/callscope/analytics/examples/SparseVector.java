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

    double dot(SparseVector other) {
        double sum = 0;
        java.util.Map<Integer, Double> mine = new java.util.HashMap<>();
        for (int i = 0; i < places.length; i++) {
            mine.put(places[i], weights[i]);
        }
        for (int i = 0; i < other.places.length; i++) {
            sum += mine.getOrDefault(other.places[i], 0.0) * other.weights[i];
        }
        return sum;
    }
}
