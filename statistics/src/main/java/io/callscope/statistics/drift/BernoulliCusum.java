package io.callscope.statistics.drift;

import io.callscope.statistics.Probabilities;

/**
 * A cumulative sum of log-likelihood ratios over a stream of yes and no, such as "machine and controller differ". From
 * 5 % to 15 % a height of 3.5 gives a false alarm about every 900 reviews and sees the change within about 43.
 *
 * @param usual share when all is well, between 0 and 1
 * @param worse share to be seen soon, between {@code usual} and 1
 * @see "Reynolds and Stoumbos 1999, Journal of Quality Technology 31:87"
 */
public record BernoulliCusum(double usual, double worse) {
    public BernoulliCusum {
        Probabilities.inside("usual share", usual);
        Probabilities.inside("worse share", worse);
        if (!(usual < worse)) {
            throw new IllegalArgumentException(
                    "worse share %s: expected above the usual share %s".formatted(worse, usual));
        }
    }

    /** What one answer adds before the sum is cut at 0. */
    public double step(boolean yes) {
        return yes ? Math.log(worse / usual) : Math.log((1 - worse) / (1 - usual));
    }

    /** S after each answer. */
    public double[] path(boolean... answers) {
        double[] path = new double[answers.length];
        double s = 0;
        for (int i = 0; i < answers.length; i++) {
            s = Math.max(0, s + step(answers[i]));
            path[i] = s;
        }
        return path;
    }
}
