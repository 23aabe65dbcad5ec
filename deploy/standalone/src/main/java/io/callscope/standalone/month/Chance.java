package io.callscope.standalone.month;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Draws. The same seed draws the same. Not thread-safe. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double unit() {
        return random.nextDouble();
    }

    /** Of an exponential distribution. */
    double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of the keys, each as often as its weight says. */
    String weighted(Map<String, Integer> weights) {
        TreeMap<String, Integer> ordered = new TreeMap<>(weights);
        int at = random.nextInt(
                ordered.values().stream().mapToInt(Integer::intValue).sum());
        for (Map.Entry<String, Integer> one : ordered.entrySet()) {
            at -= one.getValue();
            if (at < 0) {
                return one.getKey();
            }
        }
        throw new IllegalStateException("weights sum to less than their sum");
    }
}
