package io.callscope.analytics.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant RECORDED = Instant.parse("2026-07-01T09:00:00Z");

    @Test
    void theTermEndsAfterItsDays() {
        // Given
        Instant end = RECORDED.plus(Duration.ofDays(90));

        // When
        Retention passed = Retention.of(RECORDED, 90, end.plusSeconds(1));
        Retention running = Retention.of(RECORDED, 90, end.minusSeconds(1));
        Retention unknown = Retention.of(RECORDED, null, end);
        Retention neverRecorded = Retention.of(null, 90, end);

        // Then
        assertThat(passed).isEqualTo(new Retention(90, end));
        assertThat(running).isEqualTo(new Retention(90, null));
        assertThat(unknown).isEqualTo(new Retention(null, null));
        assertThat(neverRecorded).isEqualTo(new Retention(90, null));
    }
}
