package io.callscope.standalone.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.ItemEvidence;
import io.callscope.standalone.bench.accuracy.AccuracyBench.DecisionCell;
import io.callscope.standalone.bench.accuracy.AccuracyBench.Question;
import io.callscope.standalone.bench.accuracy.AccuracyBench.ShareCell;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AccuracyBenchTest {
    @Test
    void goesTheWholeWayTheSameForTheSameSeed() {
        // Given
        AccuracyBench bench = new AccuracyBench(1, 3);

        // When
        List<ShareCell> shares = bench.shares(cell -> {});
        List<DecisionCell> decisions = bench.decisions(cell -> {});

        // Then
        assertThat(shares).hasSize(28).isEqualTo(bench.shares(cell -> {}));
        assertThat(decisions).hasSize(40);
        assertThat(decisions)
                .filteredOn(cell -> cell.question() == Question.NEVER)
                .allMatch(DecisionCell::holds);
    }

    @Test
    void drawsAWorldThatHasTheFiguresItIsAskedFor() {
        // Given
        World world = AccuracyBench.SHARES.get(6);

        // When
        SimulatedCenter center = new SimulatedCenter(world, new SplittableRandom(2));
        ItemEvidence evidence = center.review(400).get(0);

        // Then
        assertThat(center.trueShare()).isCloseTo(0.30, within(0.03));
        assertThat(evidence.current()).hasSize(400);
        assertThat(evidence.checked()).filteredOn(call -> !call.evaluation()).hasSize(171);
        assertThat(evidence.current().stream().mapToDouble(CheckedCall::weight).sum())
                .isCloseTo(0.7 * world.calls(), within(0.1 * world.calls()));
    }

    @Test
    void seesABarThatIsMissed() {
        // Then
        assertThat(new ShareCell("w", 50, 0.932, 1, 0, 0.1, 0).holds()).isFalse();
        assertThat(new DecisionCell("w", Question.TRUSTED_WRONGLY, 60, 0.058, Double.NaN).holds())
                .isFalse();
        assertThat(new DecisionCell("w", Question.NEVER, 60, 0.00025, 0).holds())
                .isFalse();
        assertThat(new DecisionCell("w", Question.TRUSTED, 60, 0.1, 44).holds()).isTrue();
    }

    @Test
    void countsWhatTheDriftChartDoesInAYear() {
        // Given
        DriftBench bench = new DriftBench(20, 5);

        // When
        DriftBench.Steady steady = bench.steady();

        // Then
        assertThat(steady).isEqualTo(bench.steady());
        assertThat(steady.items()).isLessThanOrEqualTo(0.01);
        assertThat(bench.risen()).filteredOn(risen -> risen.after() == 400).allMatch(risen -> risen.seen() > 0.3);
        assertThat(new DriftBench.Steady(0.058, 0.003).holds()).isFalse();
    }

    @Test
    void triesCausesTheSameForTheSameSeed() {
        // Given
        CauseBench bench = new CauseBench(60, 3);

        // When
        List<CauseBench.CauseCell> cells = bench.cells(cell -> {});

        // Then: the machine's own shares are far from what controllers say
        assertThat(cells).hasSize(12).isEqualTo(bench.cells(cell -> {}));
        assertThat(cells).allMatch(cell -> cell.mean() > 0.92 && cell.rawMean() < 0.7);
        assertThat(cells.get(3).together()).isGreaterThan(1);
        assertThat(new CauseBench.CauseCell("w", 100, 0.932, 0.95, 0, 0.1, 0).holds())
                .isFalse();
    }

    @Test
    void needsARepetition() {
        // Then
        assertThatThrownBy(() -> new AccuracyBench(0, 1)).hasMessageContaining("expected 1 or more");
    }
}
