package io.callscope.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgreementPropertiesTest {
    private static final Random RANDOM = new Random(8);

    @Test
    void doesNotCareWhichRaterComesFirst() {
        for (int round = 0; round < 50; round++) {
            // Given
            double[][] counts = new double[3][3];
            double[][] turned = new double[3][3];
            for (int k = 0; k < 3; k++) {
                for (int l = 0; l < 3; l++) {
                    counts[k][l] = 1 + RANDOM.nextInt(20);
                    turned[l][k] = counts[k][l];
                }
            }
            Weights weights = Weights.linear(3);

            // When
            Coefficient one = CohenKappa.of(new AgreementTable(counts), weights).orElseThrow();
            Coefficient other =
                    CohenKappa.of(new AgreementTable(turned), weights).orElseThrow();
            Coefficient ac =
                    GwetAgreement.of(new AgreementTable(counts), weights).orElseThrow();
            Coefficient acOther =
                    GwetAgreement.of(new AgreementTable(turned), weights).orElseThrow();

            // Then
            assertThat(other.value()).isCloseTo(one.value(), within(1e-12));
            assertThat(other.standardError()).isCloseTo(one.standardError(), within(1e-12));
            assertThat(acOther.value()).isCloseTo(ac.value(), within(1e-12));
            assertThat(one.interval(0.95).contains(one.value())).isTrue();
        }
    }

    @Test
    void givesTheSameForCallsInAnotherOrder() {
        // Given
        List<List<Double>> units = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            units.add(List.of((double) RANDOM.nextInt(4), (double) RANDOM.nextInt(4), (double) RANDOM.nextInt(4)));
        }
        List<List<Double>> shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, RANDOM);

        for (KrippendorffAlpha.Scale scale : KrippendorffAlpha.Scale.values()) {
            // When
            double alpha = KrippendorffAlpha.of(units, scale).orElseThrow();

            // Then
            assertThat(KrippendorffAlpha.of(shuffled, scale)).hasValueCloseTo(alpha, within(1e-12));
        }
    }

    @Test
    void agreesForTwoRatersHoweverTheyAreGiven() {
        // Given
        List<Integer> first = new ArrayList<>();
        List<Integer> second = new ArrayList<>();
        List<List<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            first.add(RANDOM.nextInt(3));
            second.add(RANDOM.nextInt(4) == 0 ? RANDOM.nextInt(3) : first.get(i));
            answers.add(List.of(first.get(i), second.get(i)));
        }

        // When
        double ofTable = GwetAgreement.of(AgreementTable.of(first, second, 3))
                .orElseThrow()
                .value();
        double ofRatings = Ratings.of(answers, List.of(0, 1, 2))
                .gwet(Weights.none(3))
                .orElseThrow()
                .value();

        // Then
        assertThat(ofRatings).isCloseTo(ofTable, within(1e-12));
    }

    @Test
    void countsWeightsOfOneAsNoWeights() {
        // Given
        List<Integer> first = List.of(0, 1, 1, 0, 1);
        List<Integer> second = List.of(0, 1, 0, 0, 1);

        // When
        AgreementTable weighted = AgreementTable.of(first, second, new double[] {1, 1, 1, 1, 1}, 2);

        // Then
        assertThat(weighted.agreement())
                .isEqualTo(AgreementTable.of(first, second, 2).agreement());
        assertThat(weighted.n()).isEqualTo(5);
    }

    @Test
    void keepsWhatIsUndefinedEmpty() {
        // Given
        AgreementTable none = new AgreementTable(new double[2][2]);
        AgreementTable one = new AgreementTable(new double[][] {{9, 0}, {0, 0}});

        // Then
        assertThat(none.agreement()).isEmpty();
        assertThat(CohenKappa.of(none)).isEmpty();
        assertThat(CohenKappa.of(one)).isEmpty();
        assertThat(CohenKappa.standardErrorOfChance(one, Weights.none(2))).isEmpty();
        assertThat(GwetAgreement.of(none)).isEmpty();
        assertThat(KrippendorffAlpha.of(List.of(List.of(1.0), List.of(2.0)), KrippendorffAlpha.Scale.NOMINAL))
                .isEmpty();
        assertThat(new Ratings(new int[][] {{1, 0}, {0, 1}}).gwet(Weights.none(2)))
                .isEmpty();
        assertThat(BinaryAgreement.of(none).onFirst()).isEmpty();
    }

    @Test
    void namesWhatIsNoTable() {
        assertThatThrownBy(() -> new AgreementTable(new double[][] {{1, 2}}))
                .hasMessage("1 rows and 2 columns: expected as many");
        assertThatThrownBy(() -> AgreementTable.of(List.of(2), List.of(0), 2))
                .hasMessage("category 2: expected 0 to 1");
        assertThatThrownBy(() -> Ratings.of(List.of(List.of("later")), List.of("yes", "no")))
                .hasMessage("answer later: expected one of [yes, no]");
        assertThatThrownBy(() -> Weights.of(new double[][] {{1, 0.5}, {0.4, 1}}))
                .hasMessageContaining("weight 0.5 of categories 0 and 1");
    }
}
