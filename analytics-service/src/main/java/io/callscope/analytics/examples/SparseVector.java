package io.callscope.analytics.examples;

import java.util.HashMap;
import java.util.Map;

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

    /** Place to weight, for many {@link #dot}s with the same vector. */
    Map<Integer, Double> asMap() {
        Map<Integer, Double> map = new HashMap<>();
        for (int i = 0; i < places.length; i++) {
            map.put(places[i], weights[i]);
        }
        return map;
    }

    /** The product with a vector given by {@link #asMap()}. */
    double dot(Map<Integer, Double> other) {
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += weights[i] * other.getOrDefault(places[i], 0.0);
        }
        return sum;
    }
}
