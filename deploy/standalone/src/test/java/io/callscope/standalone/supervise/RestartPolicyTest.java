package io.callscope.standalone.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    private static final Duration QUICK = Duration.ofSeconds(3);

    private final RestartPolicy policy = new RestartPolicy();

    @Test
    void doublesTheDelayAndThenSlowsDownLoudly() {
        // When
        List<RestartPolicy.Decision> decisions =
                Stream.generate(() -> policy.onDeath(QUICK)).limit(7).toList();

        // Then
        assertThat(decisions)
                .extracting(decision -> decision.delay().toMillis())
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 30_000L, 30_000L);
        assertThat(decisions)
                .extracting(RestartPolicy.Decision::loop)
                .containsExactly(false, false, false, false, false, true, true);
    }

    @Test
    void forgivesAfterALongLife() {
        // Given
        for (int death = 0; death < 10; death++) {
            policy.onDeath(QUICK);
        }

        // When
        RestartPolicy.Decision decision = policy.onDeath(Duration.ofMinutes(2));

        // Then
        assertThat(decision).isEqualTo(new RestartPolicy.Decision(Duration.ofMillis(500), 1, false));
    }
}
