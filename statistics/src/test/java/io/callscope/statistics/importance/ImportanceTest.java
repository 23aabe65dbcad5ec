package io.callscope.statistics.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.callscope.statistics.importance.Importance.Method;
import io.callscope.statistics.importance.Importance.Predictor;
import io.callscope.statistics.importance.Importance.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportanceTest {
    private static final double EXACT = 1e-9;

    /** Correlated predictors, the first ones with the greater effects. */
    private static Observations made(int rows, int predictors, long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[predictors][rows];
        double[] outcome = new double[rows];
        for (int row = 0; row < rows; row++) {
            double common = random.nextGaussian();
            double sum = 2 * random.nextGaussian();
            for (int j = 0; j < predictors; j++) {
                columns[j][row] = 0.6 * common + random.nextGaussian() > 0.4 ? 1 : 0;
                sum -= columns[j][row] * (predictors - j) / predictors;
            }
            outcome[row] = sum;
        }
        return new Observations(names(predictors), columns, outcome, clusters(rows));
    }

    private static List<String> names(int predictors) {
        return IntStream.range(0, predictors).mapToObj(j -> "p" + j).toList();
    }

    private static int[] clusters(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    private static Correlations correlations(Observations data) {
        return Correlations.of(data.columns(), data.outcome(), clusters(data.size()));
    }

    /** R² of the whole model: the correlations with the outcome, weighted by standardised slopes. */
    private static double explained(Correlations correlations) {
        double[] slopes = Cholesky.solve(correlations.among(), correlations.outcome());
        return IntStream.range(0, slopes.length)
                .mapToDouble(j -> slopes[j] * correlations.outcome()[j])
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 12})
    void sharesSumToRSquared(int predictors) {
        for (long seed = 1; seed <= 5; seed++) {
            // Given
            Correlations correlations = correlations(made(300, predictors, seed));

            // When
            double shapley = Arrays.stream(Shapley.shares(correlations)).sum();
            double weights = Arrays.stream(RelativeWeights.shares(correlations)).sum();

            // Then
            assertThat(shapley).isCloseTo(explained(correlations), within(EXACT));
            assertThat(weights).isCloseTo(explained(correlations), within(EXACT));
        }
    }

    @Test
    void theOrderOfPredictorsDoesNotMatter() {
        // Given
        Observations data = made(300, 6, 3);
        List<Integer> turned = List.of(4, 2, 5, 0, 3, 1);

        // When
        double[] shapley = Shapley.shares(correlations(data));
        double[] shapleyTurned = Shapley.shares(correlations(data.with(turned)));
        double[] weights = RelativeWeights.shares(correlations(data));
        double[] weightsTurned = RelativeWeights.shares(correlations(data.with(turned)));

        // Then
        for (int j = 0; j < turned.size(); j++) {
            assertThat(shapleyTurned[j]).isCloseTo(shapley[turned.get(j)], within(EXACT));
            assertThat(weightsTurned[j]).isCloseTo(weights[turned.get(j)], within(EXACT));
        }
    }

    @Test
    void uncorrelatedPredictorsHaveTheirSquaredCorrelation() {
        // Given: a full factorial, so that predictors are exactly uncorrelated
        int rows = 64;
        double[][] columns = new double[3][rows];
        double[] outcome = new double[rows];
        Random random = new Random(5);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < 3; j++) {
                columns[j][row] = row >> j & 1;
            }
            outcome[row] = 3 * columns[0][row] - 2 * columns[1][row] + columns[2][row] + random.nextGaussian();
        }
        Correlations correlations = Correlations.of(columns, outcome, clusters(rows));

        // When
        double[] shapley = Shapley.shares(correlations);
        double[] weights = RelativeWeights.shares(correlations);

        // Then
        for (int j = 0; j < 3; j++) {
            double squared = Math.pow(correlations.outcome()[j], 2);
            assertThat(shapley[j]).isCloseTo(squared, within(EXACT));
            assertThat(weights[j]).isCloseTo(squared, within(EXACT));
        }
    }

    @Test
    void twoPredictorsHaveTheClosedForm() {
        // Given
        double r = 0.5;
        double a = 0.6;
        double b = 0.4;
        Correlations correlations = new Correlations(
                new double[][] {{1, r}, {r, 1}}, new double[] {a, b}, new double[2], new double[] {1, 1}, 0, 1);
        double both = (a * a + b * b - 2 * a * b * r) / (1 - r * r);

        // When
        double[] shares = Shapley.shares(correlations);

        // Then: half of what it adds first, half of what it adds last
        assertThat(shares[0]).isCloseTo((a * a + both - b * b) / 2, within(EXACT));
        assertThat(shares[1]).isCloseTo((b * b + both - a * a) / 2, within(EXACT));
    }

    @Test
    void aPredictorThatFollowsFromAnotherSharesWithIt() {
        // Given
        Observations data = made(200, 2, 7);
        Observations doubled = new Observations(
                names(3),
                new double[][] {data.columns()[0], data.columns()[1], data.columns()[0]},
                data.outcome(),
                clusters(200));

        // When
        double[] shares = Shapley.shares(correlations(doubled));

        // Then
        assertThat(shares[0]).isCloseTo(shares[2], within(EXACT));
        assertThat(Arrays.stream(shares).sum()).isCloseTo(explained(correlations(data)), within(EXACT));
    }

    @Test
    void slopesAreThoseThatTheDataWereMadeWith() {
        // Given: no noise
        double[][] columns = made(120, 3, 2).columns();
        double[] outcome = new double[120];
        for (int row = 0; row < 120; row++) {
            outcome[row] = 9 - 2 * columns[0][row] - 0.5 * columns[1][row] + columns[2][row];
        }

        // When
        double[] slopes = Correlations.of(columns, outcome, clusters(120)).slopes();

        // Then
        assertThat(slopes).containsExactly(new double[] {-2, -0.5, 1}, within(EXACT));
    }

    @Test
    void saysWhatTheOutcomeWouldBeIfABarrierWereRarer() {
        // Given
        Observations data = made(400, 4, 11);

        // When
        Importance halved = ImportanceStudy.USUAL.of(data);
        Importance same = ImportanceStudy.USUAL.withFall(0).of(data);

        // Then
        for (Predictor predictor : halved.predictors()) {
            assertThat(predictor.after())
                    .isCloseTo(halved.outcome() - 0.5 * predictor.frequency() * predictor.slope(), within(EXACT));
            assertThat(predictor.afterInterval().contains(predictor.after())).isTrue();
            assertThat(predictor.slopeInterval().contains(predictor.slope())).isTrue();
        }
        assertThat(same.predictors())
                .allSatisfy(one -> assertThat(one.after()).isCloseTo(same.outcome(), within(EXACT)));
    }

    @Test
    void answersOfOneCustomerMakeIntervalsWider() {
        // Given: each answer ten times, once as if they were of different customers
        Observations data = made(150, 2, 4);
        double[][] columns = new double[2][1500];
        double[] outcome = new double[1500];
        int[] customers = new int[1500];
        for (int row = 0; row < 1500; row++) {
            columns[0][row] = data.columns()[0][row % 150];
            columns[1][row] = data.columns()[1][row % 150];
            outcome[row] = data.outcome()[row % 150];
            customers[row] = row % 150;
        }

        // When
        Importance clustered = ImportanceStudy.USUAL.of(new Observations(names(2), columns, outcome, customers));
        Importance apart = ImportanceStudy.USUAL.of(new Observations(names(2), columns, outcome, clusters(1500)));

        // Then
        assertThat(clustered.clusters()).isEqualTo(150);
        assertThat(clustered.predictors().get(0).interval().width())
                .isGreaterThan(2 * apart.predictors().get(0).interval().width());
    }

    @Test
    void manyPredictorsAreWeighed() {
        Importance many = new ImportanceStudy(100, 0.95, 100, 20, 0.5, 1).of(made(600, 20, 6));
        assertThat(many.method()).isEqualTo(Method.RELATIVE_WEIGHTS);
        assertThat(many.predictors()).hasSize(20);
    }

    @Test
    void refusesWhatItCannotTell() {
        Observations few = made(99, 2, 1);
        Observations manyPredictors = made(150, 16, 1);
        Observations same = new Observations(
                names(1), new double[][] {made(150, 1, 1).columns()[0]}, new double[150], clusters(150));
        Observations rare =
                new Observations(names(1), new double[1][150], made(150, 1, 1).outcome(), clusters(150));

        assertThat(ImportanceStudy.USUAL.of(few).refusal()).isEqualTo(Refusal.TOO_FEW_ANSWERS);
        assertThat(ImportanceStudy.USUAL.of(manyPredictors).refusal()).isEqualTo(Refusal.TOO_FEW_ANSWERS);
        assertThat(ImportanceStudy.USUAL.of(same).refusal()).isEqualTo(Refusal.OUTCOME_DOES_NOT_VARY);
        assertThat(ImportanceStudy.USUAL.of(rare).refusal()).isEqualTo(Refusal.NO_PREDICTOR);
        assertThat(ImportanceStudy.USUAL.of(rare).leftOut()).hasSize(1);
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        assertThat(ImportanceStudy.USUAL.of(made(150, 3, 1))).isEqualTo(ImportanceStudy.USUAL.of(made(150, 3, 1)));
    }

    @Test
    void namesWhatDoesNotFit() {
        assertThatThrownBy(() -> new Observations(names(1), new double[1][3], new double[2], new int[2]))
                .hasMessageContaining("p0: 3 rows, expected 2");
        assertThatThrownBy(() -> new ImportanceStudy(10, 0.95, 100, 20, 0.5, 1)).hasMessageContaining("10 resamples");
    }
}
