package io.callscope.transcribe.diarize;

/**
 * People keep the floor for a while: a two-state Markov chain over windows, whose posterior takes each window together
 * with its neighbours. Forward and backward passes of Rabiner (1989), in logarithms. Stateless.
 *
 * @see <a href="https://doi.org/10.1109/5.18626">Rabiner (1989). A tutorial on hidden Markov models and selected
 *     applications in speech recognition</a>
 */
final class TurnModel {
    private TurnModel() {}

    /**
     * @param evidence shape {@code [window][voice]}, log likelihoods
     * @param stay chance that the voice of one window is that of the next, 0 to 1
     * @return shape {@code [window][voice]}: chances that sum to 1
     */
    static double[][] posterior(double[][] evidence, double stay) {
        int length = evidence.length;
        double keep = Math.log(stay);
        double change = Math.log(1 - stay);
        double[][] forward = new double[length][2];
        double[][] backward = new double[length][2];
        for (int t = 0; t < length; t++) {
            for (int voice = 0; voice < 2; voice++) {
                forward[t][voice] = evidence[t][voice];
                if (t > 0) {
                    forward[t][voice] += logSum(forward[t - 1][voice] + keep, forward[t - 1][1 - voice] + change);
                }
            }
        }
        for (int t = length - 2; t >= 0; t--) {
            for (int voice = 0; voice < 2; voice++) {
                backward[t][voice] = logSum(
                        backward[t + 1][voice] + evidence[t + 1][voice] + keep,
                        backward[t + 1][1 - voice] + evidence[t + 1][1 - voice] + change);
            }
        }
        double[][] posterior = new double[length][2];
        for (int t = 0; t < length; t++) {
            double first = forward[t][0] + backward[t][0];
            double second = forward[t][1] + backward[t][1];
            posterior[t][0] = 1 / (1 + Math.exp(second - first));
            posterior[t][1] = 1 - posterior[t][0];
        }
        return posterior;
    }

    private static double logSum(double a, double b) {
        double most = Math.max(a, b);
        return most + Math.log1p(Math.exp(Math.min(a, b) - most));
    }
}
