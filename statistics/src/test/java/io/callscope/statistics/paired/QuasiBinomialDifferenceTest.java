package io.callscope.statistics.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.callscope.statistics.Normal;
import io.callscope.statistics.multiplicity.Adjustment;
import io.callscope.statistics.paired.QuasiBinomialDifference.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuasiBinomialDifferenceTest {
    private static List<Sample> hundreds(long... counts) {
        return Arrays.stream(counts).mapToObj(count -> new Sample(count, 100)).toList();
    }

    @Test
    void isWhatIsComputedByHand() {
        // Given: shares of 0.15 and 0.30, 0.18 together; X² = (25 + 25 + 9 + 9) / (100 · 0.15 · 0.85) = 5.3333
        List<Sample> earlier = hundreds(10, 20, 12, 18);

        // When
        QuasiBinomialDifference change =
                QuasiBinomialDifference.between(earlier, hundreds(30)).orElseThrow();

        // Then: φ = X²/3; t = 0.15 / √(φ · 0.18 · 0.82 · (1/100 + 1/400)) = 2.6191; p by Student's closed form for 3
        assertThat(change.degrees()).isEqualTo(3);
        assertThat(change.earlier()).isCloseTo(0.15, within(1e-12));
        assertThat(change.difference()).isCloseTo(0.15, within(1e-12));
        assertThat(change.dispersion()).isCloseTo(5.333333 / 3, within(1e-6));
        assertThat(change.t()).isCloseTo(2.61911, within(1e-4));
        double angle = Math.atan(change.t() / Math.sqrt(3));
        assertThat(change.p())
                .isCloseTo(1 - 2 / Math.PI * (angle + Math.sin(angle) * Math.cos(angle)), within(1e-9))
                .isCloseTo(0.0791, within(1e-4));
        assertThat(change.leastExpected()).isCloseTo(100 * 0.18, within(1e-9));
    }

    @Test
    void takesWeeksThatDifferLessThanChanceForChance() {
        // Given
        List<Sample> earlier = hundreds(20, 20, 20, 20, 20);

        // When
        QuasiBinomialDifference change =
                QuasiBinomialDifference.between(earlier, hundreds(30)).orElseThrow();

        // Then: 0.1 / √(130/600 · 470/600 · (1/100 + 1/500))
        assertThat(change.dispersion()).isEqualTo(1);
        assertThat(change.t()).isCloseTo(2.21589, within(1e-4));
    }

    @Test
    void spreadOfEarlierWeeksWidensTheInterval() {
        var calm = QuasiBinomialDifference.between(hundreds(20, 20, 20, 20), hundreds(30))
                .orElseThrow();
        var rough = QuasiBinomialDifference.between(hundreds(5, 35, 8, 32), hundreds(30))
                .orElseThrow();

        assertThat(rough.difference()).isEqualTo(calm.difference());
        assertThat(rough.interval(0.95).width())
                .isGreaterThan(1.5 * calm.interval(0.95).width());
        assertThat(rough.p()).isGreaterThan(calm.p());
    }

    @Test
    void isTwoSided() {
        var up = QuasiBinomialDifference.between(hundreds(40, 60, 52, 48), hundreds(70))
                .orElseThrow();
        var down = QuasiBinomialDifference.between(hundreds(60, 40, 48, 52), hundreds(30))
                .orElseThrow();

        assertThat(down.t()).isCloseTo(-up.t(), within(1e-12));
        assertThat(down.p()).isCloseTo(up.p(), within(1e-12));
    }

    @Test
    void saysNothingWhereNothingCanBeKnown() {
        assertThat(QuasiBinomialDifference.between(hundreds(1), hundreds(2))).isEmpty();
        assertThat(QuasiBinomialDifference.between(List.of(), hundreds(2, 3, 4)))
                .isEmpty();
        assertThat(QuasiBinomialDifference.between(hundreds(0, 0, 0), hundreds(0)))
                .isEmpty();
        assertThat(QuasiBinomialDifference.between(hundreds(100, 100, 100), hundreds(100)))
                .isEmpty();
        assertThat(QuasiBinomialDifference.between(List.of(new Sample(0, 0), new Sample(3, 50)), hundreds(4)))
                .isEmpty();
        assertThatThrownBy(() -> new Sample(3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 of 2");
    }

    /**
     * Nineteen reasons whose true shares never change, but swing from week to week about as much as with φ of 3, 12 weeks
     * before and one after. At 5 % a report may name any reason wrongly in one case of twenty.
     */
    @Test
    void seldomAlarmsWhenWeeksOnlySwing() {
        // Given
        Random random = new Random(20261014);
        int reports = 1000;
        int alarms = 0;
        int plain = 0;

        // When
        for (int report = 0; report < reports; report++) {
            long[][] weeks = weeks(random, 13, 2000, 1000, 1);
            alarms += found(weeks, false).isEmpty() ? 0 : 1;
            plain += found(weeks, true).isEmpty() ? 0 : 1;
        }

        // Then: four Monte Carlo errors above the level; without the spread of weeks nearly every report would alarm
        double level = 0.05;
        assertThat((double) alarms / reports).isLessThan(level + 4 * Math.sqrt(level * (1 - level) / reports));
        assertThat((double) plain / reports).isGreaterThan(0.5);
    }

    @Test
    void keepsItsPromiseWhenThereIsNothingButChance() {
        Random random = new Random(7);
        int reports = 1000;
        int alarms = 0;
        for (int report = 0; report < reports; report++) {
            alarms += found(weeks(random, 13, 2000, Double.POSITIVE_INFINITY, 1), false)
                            .isEmpty()
                    ? 0
                    : 1;
        }
        assertThat((double) alarms / reports).isLessThan(0.05 + 4 * Math.sqrt(0.05 * 0.95 / reports));
    }

    @Test
    void findsAReasonThatDoubles() {
        // Given
        Random random = new Random(3);
        int reports = 300;
        int found = 0;

        // When
        for (int report = 0; report < reports; report++) {
            found += found(weeks(random, 13, 2000, 1000, 2), false).contains(10) ? 1 : 0;
        }

        // Then
        assertThat((double) found / reports).isGreaterThan(0.8);
    }

    /** Reasons that are called changed: after the correction for many, with the spread of weeks or without. */
    private static List<Integer> found(long[][] weeks, boolean plain) {
        int reasons = weeks[0].length;
        double[] p = new double[reasons];
        for (int reason = 0; reason < reasons; reason++) {
            List<Sample> samples = new ArrayList<>();
            for (long[] week : weeks) {
                samples.add(new Sample(week[reason], Arrays.stream(week).sum()));
            }
            var change = QuasiBinomialDifference.between(
                            samples.subList(0, samples.size() - 1), samples.subList(samples.size() - 1, samples.size()))
                    .orElseThrow();
            double z = change.t() * Math.sqrt(change.dispersion());
            p[reason] = plain ? 2 * Normal.above(Math.abs(z)) : change.p();
        }
        double[] adjusted = Adjustment.BENJAMINI_HOCHBERG.adjust(p);
        List<Integer> found = new ArrayList<>();
        for (int reason = 0; reason < reasons; reason++) {
            if (adjusted[reason] <= 0.05) {
                found.add(reason);
            }
        }
        return found;
    }

    /**
     * Calls by week and reason: each week draws its own shares about the true ones (gamma weights, so Dirichlet), then its
     * calls.
     *
     * @param firmness the sum of the Dirichlet's weights: φ is about 1 + (calls − 1)/(firmness + 1)
     * @param times how much more often the eleventh reason comes in the last week
     */
    private static long[][] weeks(Random random, int count, int calls, double firmness, double times) {
        double[] shares = new double[19];
        for (int reason = 0; reason < shares.length; reason++) {
            shares[reason] = reason + 2;
        }
        double sum = Arrays.stream(shares).sum();
        long[][] weeks = new long[count][shares.length];
        for (int week = 0; week < count; week++) {
            double[] weights = new double[shares.length];
            for (int reason = 0; reason < weights.length; reason++) {
                double share = shares[reason] / sum * (week == count - 1 && reason == 10 ? times : 1);
                weights[reason] = Double.isInfinite(firmness) ? share : gamma(random, firmness * share);
            }
            double all = Arrays.stream(weights).sum();
            for (int call = 0; call < calls; call++) {
                double at = random.nextDouble() * all;
                int reason = 0;
                while (reason < weights.length - 1 && (at -= weights[reason]) >= 0) {
                    reason++;
                }
                weeks[week][reason]++;
            }
        }
        return weeks;
    }

    /** Marsaglia and Tsang 2000, for shapes of 1 and more. */
    private static double gamma(Random random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
