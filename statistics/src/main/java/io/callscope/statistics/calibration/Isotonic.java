package io.callscope.statistics.calibration;

import io.callscope.statistics.Probabilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * A rising step curve from stated probabilities to shares that came true, by pooling neighbours that fall (Ayer and
 * others 1955). Equal probabilities are averaged first. Fit it on calls that no figure is reported of. Immutable.
 */
public final class Isotonic {
    private final double[] at;
    private final double[] value;

    private Isotonic(double[] at, double[] value) {
        this.at = at;
        this.value = value;
    }

    /** Fits calls that all count the same. */
    public static Isotonic fit(Forecasts forecasts) {
        double[] ones = new double[forecasts.size()];
        Arrays.fill(ones, 1);
        return fit(forecasts, ones);
    }

    /**
     * Fits weighted calls, such as by 1/π.
     *
     * @throws IllegalArgumentException without calls
     */
    public static Isotonic fit(Forecasts forecasts, double[] weights) {
        Probabilities.sameSize("forecasts", forecasts.size(), "weights", weights.length);
        if (weights.length == 0) {
            throw new IllegalArgumentException("no calls to fit: expected one or more");
        }
        TreeMap<Double, Block> ties = new TreeMap<>();
        for (int i = 0; i < weights.length; i++) {
            Probabilities.positive("weight", weights[i]);
            ties.merge(
                    forecasts.probability(i),
                    new Block(weights[i], weights[i] * forecasts.outcome(i), 1),
                    (old, more) -> new Block(old.weight + more.weight, old.sum + more.sum, 1));
        }
        List<Block> blocks = new ArrayList<>();
        for (Block next : ties.values()) {
            Block block = next;
            while (!blocks.isEmpty() && blocks.get(blocks.size() - 1).mean() >= block.mean()) {
                Block before = blocks.remove(blocks.size() - 1);
                block = new Block(before.weight + block.weight, before.sum + block.sum, before.points + block.points);
            }
            blocks.add(block);
        }
        double[] at = ties.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[] value = new double[at.length];
        int i = 0;
        for (Block block : blocks) {
            Arrays.fill(value, i, i + block.points, block.mean());
            i += block.points;
        }
        return new Isotonic(at, value);
    }

    /** The curve at a probability: straight between fitted points, level beyond them. */
    public double at(double probability) {
        int place = Arrays.binarySearch(at, probability);
        if (place >= 0) {
            return value[place];
        }
        int above = -place - 1;
        if (above == 0 || above == at.length) {
            return above == 0 ? value[0] : value[at.length - 1];
        }
        double part = (probability - at[above - 1]) / (at[above] - at[above - 1]);
        return value[above - 1] + part * (value[above] - value[above - 1]);
    }

    private record Block(double weight, double sum, int points) {
        double mean() {
            return sum / weight;
        }
    }
}
