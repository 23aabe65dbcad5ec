package io.callscope.transcribe.channels;

import java.util.Arrays;

/**
 * For every twentieth of a second of two channels the power of each and what they have in common. From these sums can be
 * told afterwards, with the gain of the whole recording, how much of one channel is not in the other. Holds 24 bytes a
 * window. Used by one thread.
 */
final class SharedEnergy {
    private static final int FIRST_CAPACITY = 1_024;

    private double[][] power = new double[2][FIRST_CAPACITY];
    private double[] common = new double[FIRST_CAPACITY];
    private int windows;

    /**
     * @param first mean of the squares of the first channel
     * @param second mean of the squares of the second
     * @param product mean of the products of both
     */
    void add(double first, double second, double product) {
        if (windows == common.length) {
            power[0] = Arrays.copyOf(power[0], 2 * windows);
            power[1] = Arrays.copyOf(power[1], 2 * windows);
            common = Arrays.copyOf(common, 2 * windows);
        }
        power[0][windows] = first;
        power[1][windows] = second;
        common[windows] = product;
        windows++;
    }

    int windows() {
        return windows;
    }

    /** The power that a tenth of the windows does not reach: what the line sounds like when nobody speaks. */
    double floor(int channel, double least) {
        if (windows == 0) {
            return least;
        }
        double[] sorted = Arrays.copyOf(power[channel], windows);
        Arrays.sort(sorted);
        return Math.max(least, sorted[windows / 10]);
    }

    double power(int channel, int window) {
        return power[channel][window];
    }

    double total(int channel) {
        return sum(power[channel]);
    }

    double totalCommon() {
        return sum(common);
    }

    private double sum(double[] values) {
        double sum = 0;
        for (int i = 0; i < windows; i++) {
            sum += values[i];
        }
        return sum;
    }

    /** What remains of a channel's power in a window when the other, amplified by {@code gain}, is taken off. */
    double rest(int channel, int window, double gain) {
        double other = power[1 - channel][window];
        return power[channel][window] - 2 * gain * common[window] + gain * gain * other;
    }
}
