package io.callscope.analytics.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {
    private static final Term MOSCOW = new Term(ZoneId.of("Europe/Moscow"));

    @ParameterizedTest
    @CsvSource({
        "1, 2026-10-14T12:00:00Z, 2026-10-14T13:00:00Z",
        "2, 2026-10-14T12:00:00Z, 2026-10-14T21:00:00Z",
        "2, 2026-10-14T20:59:59Z, 2026-10-14T21:00:00Z",
        "2, 2026-10-14T21:00:00Z, 2026-10-15T21:00:00Z",
        "3, 2026-10-14T12:00:00Z, 2026-10-18T21:00:00Z",
        "3, 2026-10-18T20:59:59Z, 2026-10-18T21:00:00Z",
        "3, 2026-10-18T21:00:00Z, 2026-10-25T21:00:00Z",
        "3, 2026-12-31T12:00:00Z, 2027-01-03T21:00:00Z"
    })
    void endsWithTheHourTheDayOrTheWeekOfTheSite(int priority, Instant knownAt, Instant expected) {
        assertThat(MOSCOW.end(priority, knownAt)).isEqualTo(expected);
    }

    @Test
    void aDayWithASkippedHourEndsAtItsOwnMidnight() {
        assertThat(new Term(ZoneId.of("Europe/Berlin")).end(2, Instant.parse("2026-03-29T10:00:00Z")))
                .isEqualTo("2026-03-29T22:00:00Z");
    }

    @Test
    void knowsThreePriorities() {
        assertThatThrownBy(() -> MOSCOW.end(4, Instant.EPOCH)).hasMessageContaining("priority 4");
    }
}
