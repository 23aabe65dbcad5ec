package io.callscope.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortPlanTest {
    @Test
    void usesEightConsecutivePorts() {
        // When
        PortPlan plan = new PortPlan(9000);

        // Then
        assertThat(List.of(
                        plan.web(),
                        plan.ingest(),
                        plan.broker(),
                        plan.controller(),
                        plan.database(),
                        plan.ingestOps(),
                        plan.transcribeOps(),
                        plan.analyticsOps()))
                .containsExactly(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007);
    }

    @Test
    void refusesPortsThatDoNotFit() {
        for (int base : new int[] {0, 80, 65_529, 70_000}) {
            // When
            // Then
            assertThatThrownBy(() -> new PortPlan(base))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected 1024 to 65528");
        }
    }
}
