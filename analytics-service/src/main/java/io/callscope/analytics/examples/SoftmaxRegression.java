package io.callscope.analytics.examples;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Multinomial logistic regression over sparse features, fitted by stochastic gradient descent with AdaGrad steps
 * (Duchi, Hazan and Singer 2011) and an L2 penalty on the features of each example. The same examples give the same
 * model. Immutable after fitting, thread-safe.
 */
final class SoftmaxRegression {
    private static final int EPOCHS = 20;
    private static final double STEP = 0.5;
    private static final double PENALTY = 5e-4;
    private static final long SEED = 20_261_012L;

    private final int classes;
    private final double[] weights;
    private final double[] intercepts;

    private SoftmaxRegression(int classes, int features) {
        this.classes = classes;
        this.weights = new double[classes * features];
        this.intercepts = new double[classes];
    }

    /**
     * Fits.
     *
     * @param examples features of each example
     * @param labels class of each example, 0 to {@code classes - 1}
     */
    static SoftmaxRegression fit(List<SparseVector> examples, List<Integer> labels, int classes, int features) {
        SoftmaxRegression model = new SoftmaxRegression(classes, features);
        double[] squares = new double[classes * features];
        double[] interceptSquares = new double[classes];
        List<Integer> order = IntStream.range(0, examples.size()).boxed().collect(Collectors.toList());
        Random random = new Random(SEED);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                model.learn(examples.get(i), labels.get(i), squares, interceptSquares);
            }
        }
        return model;
    }

    private void learn(SparseVector example, int label, double[] squares, double[] interceptSquares) {
        double[] probabilities = probabilities(example);
        for (int c = 0; c < classes; c++) {
            double error = probabilities[c] - (c == label ? 1 : 0);
            interceptSquares[c] += error * error;
            intercepts[c] -= STEP * error / Math.sqrt(interceptSquares[c] + 1e-8);
            for (int i = 0; i < example.count(); i++) {
                int at = example.place(i) * classes + c;
                double gradient = error * example.weight(i) + PENALTY * weights[at];
                squares[at] += gradient * gradient;
                weights[at] -= STEP * gradient / Math.sqrt(squares[at] + 1e-8);
            }
        }
    }

    /** Probability of each class; they add up to 1. */
    double[] probabilities(SparseVector example) {
        double[] scores = intercepts.clone();
        for (int i = 0; i < example.count(); i++) {
            int row = example.place(i) * classes;
            for (int c = 0; c < classes; c++) {
                scores[c] += weights[row + c] * example.weight(i);
            }
        }
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            scores[c] = Math.exp(scores[c] - most);
            sum += scores[c];
        }
        for (int c = 0; c < classes; c++) {
            scores[c] /= sum;
        }
        return scores;
    }
}
