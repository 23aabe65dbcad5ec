package io.callscope.statistics.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.callscope.statistics.Interval;
import io.callscope.statistics.share.PostStratifiedClasses.Labelled;
import io.callscope.statistics.share.PostStratifiedClasses.ReviewedClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PostStratifiedClassesTest {
    /** Of calls the machine calls a, 16 of 20 are a, 2 are b and 2 neither; of those it calls b, 1, 8 and 1 of 10. */
    private static final PostStratifiedClasses TWO = new PostStratifiedClasses(
            List.of(
                    List.of(new Stratum(600, 20, 16), new Stratum(600, 20, 2), new Stratum(600, 20, 2)),
                    List.of(new Stratum(400, 10, 1), new Stratum(400, 10, 8), new Stratum(400, 10, 1))),
            0);

    @Test
    void givesTheSharesOfAHandComputedExample() {
        // When
        List<Estimate> shares = TWO.estimates();
        List<Interval> intervals = TWO.intervals(0.95);

        // Then: 0.6 × 16/20 + 0.4 × 1/10 and so on
        assertThat(shares.get(0).value()).isCloseTo(0.52, within(1e-12));
        assertThat(shares.get(1).value()).isCloseTo(0.38, within(1e-12));
        assertThat(shares.get(2).value()).isCloseTo(0.10, within(1e-12));
        assertThat(intervals.get(0).lower()).isCloseTo(0.3974886082, within(1e-9));
        assertThat(intervals.get(0).upper()).isCloseTo(0.6628750281, within(1e-9));
        assertThat(intervals.get(1).lower()).isCloseTo(0.2530617214, within(1e-9));
        assertThat(intervals.get(1).upper()).isCloseTo(0.5101200967, within(1e-9));
        assertThat(intervals.get(2).lower()).isCloseTo(0.0283804903, within(1e-9));
        assertThat(intervals.get(2).upper()).isCloseTo(0.2658013278, within(1e-9));
    }

    @Test
    void isTheShareOfTwoLabelsForTwoStrata() {
        // When
        Interval asOne = new PostStratifiedShare(List.of(new Stratum(600, 20, 16), new Stratum(400, 10, 1)))
                .interval(0.95)
                .orElseThrow();

        // Then
        assertThat(TWO.intervals(0.95).get(0)).isEqualTo(asOne);
    }

    @Test
    void addsNoMoreToManyStrataThanToTwo() {
        // Given
        PostStratifiedClasses four = new PostStratifiedClasses(
                List.of(
                        List.of(new Stratum(400, 10, 0), new Stratum(400, 10, 10)),
                        List.of(new Stratum(300, 10, 0), new Stratum(300, 10, 10)),
                        List.of(new Stratum(200, 10, 0), new Stratum(200, 10, 10)),
                        List.of(new Stratum(100, 10, 2), new Stratum(100, 10, 8))),
                0);

        // Then: half a success and half a failure in each
        assertThat(four.estimates().get(0).value()).isCloseTo(0.02, within(1e-12));
        assertThat(four.intervals(0.95).get(0).lower()).isZero();
        assertThat(four.intervals(0.95).get(0).upper()).isCloseTo(0.1313524363, within(1e-9));
    }

    @Test
    void takesLabelsWithFewReviewsTogether() {
        // Given
        Labelled a = labelled(600, 16, 2, 2);
        Labelled b = labelled(300, 1, 8, 1);
        Labelled few = labelled(100, 1, 2, 1);

        // When
        PostStratifiedClasses shares =
                PostStratifiedClasses.of(3, List.of(a, few, b)).orElseThrow();

        // Then: the least reviewed of the others joins, 14 reviews of 400 calls
        assertThat(shares.merged()).isEqualTo(2);
        assertThat(shares.isPeopleOnly()).isFalse();
        assertThat(values(shares).get(0)).isCloseTo(0.6 * 16 / 20 + 0.4 * 2 / 14, within(1e-12));
        assertThat(values(shares).get(1)).isCloseTo(0.6 * 2 / 20 + 0.4 * 10 / 14, within(1e-12));
        assertThat(values(shares).get(2)).isCloseTo(0.6 * 2 / 20 + 0.4 * 2 / 14, within(1e-12));
    }

    @Test
    void fallsBackToPeopleAndGivesNothingBelowTen() {
        // When
        PostStratifiedClasses people = PostStratifiedClasses.of(2, List.of(labelled(70, 5, 1), labelled(30, 1, 4)))
                .orElseThrow();

        // Then
        assertThat(people.isPeopleOnly()).isTrue();
        assertThat(values(people).get(0)).isCloseTo(6.0 / 11, within(1e-12));
        assertThat(PostStratifiedClasses.of(2, List.of(labelled(70, 5, 1), labelled(30, 1, 2))))
                .isEmpty();
        assertThat(PostStratifiedClasses.of(2, List.of())).isEmpty();
        assertThat(PostStratifiedClasses.of(2, List.of(labelled(0)))).isEmpty();
    }

    @Test
    void isExactWhenEverythingWasReviewed() {
        // When
        PostStratifiedClasses shares = PostStratifiedClasses.of(2, List.of(labelled(4, 3, 1), labelled(16, 4, 12)))
                .orElseThrow();

        // Then
        assertThat(shares.intervals(0.95).get(0).lower()).isCloseTo(0.35, within(1e-12));
        assertThat(shares.intervals(0.95).get(0).upper()).isCloseTo(0.35, within(1e-12));
    }

    @Test
    void countsUnevenlyDrawnCallsByTheirWeight() {
        // Given
        List<ReviewedClass> reviewed = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            reviewed.add(new ReviewedClass(i % 2, i % 2 == 0 ? 9 : 1, "customer-" + i));
        }

        // When
        PostStratifiedClasses shares = PostStratifiedClasses.of(2, List.of(new Labelled(1_000, reviewed)))
                .orElseThrow();

        // Then
        assertThat(values(shares).get(0)).isCloseTo(0.9, within(1e-12));
        assertThat(shares.isPeopleOnly()).isFalse();
    }

    @Test
    void addsUpToOneWhateverIsReviewed() {
        // Given
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            List<Labelled> labels = new ArrayList<>();
            for (int label = 0; label < 5; label++) {
                List<ReviewedClass> reviewed = new ArrayList<>();
                for (int i = random.nextInt(25); i > 0; i--) {
                    reviewed.add(new ReviewedClass(
                            random.nextInt(6), 1 + random.nextInt(9), "customer-" + random.nextInt(30)));
                }
                labels.add(new Labelled(reviewed.size() + random.nextInt(400), reviewed));
            }

            // When
            Optional<PostStratifiedClasses> shares = PostStratifiedClasses.of(6, labels);

            // Then
            shares.ifPresent(one -> {
                assertThat(values(one).stream().mapToDouble(Double::doubleValue).sum())
                        .isCloseTo(1, within(1e-9));
                assertThat(values(one)).allMatch(value -> value >= 0);
                assertThat(one.intervals(0.95)).allMatch(i -> i.lower() >= 0 && i.upper() <= 1);
            });
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> PostStratifiedClasses.of(2, List.of(labelled(50, 5, 4, 1))))
                .hasMessage("expected classes from 0, below 2");
        assertThatThrownBy(() -> labelled(3, 2, 2)).hasMessageStartingWith("3 calls, 4 reviewed");
        assertThatThrownBy(() -> new PostStratifiedClasses(List.of(), 0)).hasMessageStartingWith("no strata");
        assertThatThrownBy(() -> new PostStratifiedClasses(
                        List.of(List.of(new Stratum(9, 9, 1)), List.of(new Stratum(9, 9, 1), new Stratum(9, 9, 8))), 0))
                .hasMessage("strata of 1 and 2 classes: expected the same");
    }

    /** Evenly drawn calls of as many customers; {@code counts} of each class. */
    private static Labelled labelled(long calls, int... counts) {
        List<ReviewedClass> reviewed = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            for (int i = 0; i < counts[k]; i++) {
                reviewed.add(new ReviewedClass(k, 1, "customer-" + reviewed.size()));
            }
        }
        return new Labelled(calls, reviewed);
    }

    private static List<Double> values(PostStratifiedClasses shares) {
        return shares.estimates().stream().map(Estimate::value).toList();
    }
}
