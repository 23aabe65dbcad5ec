package io.callscope.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.statistics.decision.Decision;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionBenchTest {
    @Test
    void decidesAsOftenAsPublished() {
        // Given
        DecisionBench bench = new DecisionBench(400, 3);

        // When
        var cells = bench.run();

        // Then
        assertThat(cells).hasSize(24);
        assertThat(bench.differing(cells)).isEmpty();
        assertThat(bench.run()).isEqualTo(cells);
        assertThat(cells)
                .filteredOn(cell -> cell.machine().decision() == Decision.ASSIST)
                .allSatisfy(cell -> assertThat(cell.share()).isZero());
    }

    @Test
    void seesAFigureThatIsNotWhatWasPublished() {
        // Given
        DecisionBench bench = new DecisionBench(400, 3);
        DecisionBench.Machine machine = DecisionBench.MACHINES.get(0);

        // Then
        assertThat(bench.differing(List.of(new DecisionBench.Cell(machine, 200, 88, 97))))
                .hasSize(1);
    }

    @Test
    void needsARepetition() {
        assertThatThrownBy(() -> new DecisionBench(0, 1)).hasMessage("0 repetitions: expected 1 or more");
    }
}
