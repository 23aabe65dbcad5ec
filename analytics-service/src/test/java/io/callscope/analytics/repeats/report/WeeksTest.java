package io.callscope.analytics.repeats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WeeksTest {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Duration WINDOW = Duration.ofDays(7);

    @Test
    void theNewestClosedWeekIsOlderThanTheWindow() {
        // Given: the last moment of Sunday, and the first of Monday, in Moscow
        Instant sunday = Instant.parse("2026-10-18T20:59:59Z");
        Instant monday = Instant.parse("2026-10-18T21:00:00Z");

        // When
        Weeks before = Weeks.closed(sunday, WINDOW, 1, MOSCOW);
        Weeks after = Weeks.closed(monday, WINDOW, 1, MOSCOW);

        // Then
        assertThat(before.first()).isEqualTo("2026-09-28");
        assertThat(after.first()).isEqualTo("2026-10-05");
        assertThat(after.last()).isEqualTo("2026-10-11");
        assertThat(after.areClosed(monday, WINDOW)).isTrue();
        assertThat(after.areClosed(sunday, WINDOW)).isFalse();
        assertThat(after.closeOn(WINDOW)).isEqualTo("2026-10-18");
    }

    @Test
    void weeksBeforeAreAsManyAndJustBefore() {
        // Given
        Weeks weeks = Weeks.until(LocalDate.of(2026, 10, 14), 4, MOSCOW);

        // When
        Weeks before = weeks.before();

        // Then
        assertThat(weeks.first()).isEqualTo("2026-09-21");
        assertThat(before.to()).isEqualTo(weeks.from());
        assertThat(before.mondays()).hasSize(4).startsWith(LocalDate.of(2026, 8, 24));
    }

    @Test
    void aWeekWithAChangeOfTheClockIsStillAWeek() {
        // Given: Berlin sets its clocks back on 25 October 2026
        Weeks week = Weeks.until(LocalDate.of(2026, 10, 25), 1, ZoneId.of("Europe/Berlin"));

        // When
        Duration length = Duration.between(week.from(), week.to());

        // Then
        assertThat(length).isEqualTo(Duration.ofDays(7).plusHours(1));
    }

    @Test
    void refusesToBeginOnAnotherDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Weeks(LocalDate.of(2026, 10, 6), 1, MOSCOW))
                .withMessageContaining("2026-10-06");
    }
}
