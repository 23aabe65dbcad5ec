package io.callscope.analytics.review.appeals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private static Instant end(String from, int days, LocalDate... holidays) {
        return new WorkingDays(MOSCOW, Set.of(holidays)).after(Instant.parse(from), days);
    }

    @Test
    void fiveWorkingDaysAfterAMondayEndWithTheNextMonday() {
        assertThat(end("2026-10-05T09:00:00Z", 5)).isEqualTo("2026-10-12T21:00:00Z");
    }

    @Test
    void theDayIsThatOfTheSite() {
        // 23:30 in Moscow is Thursday, an hour later it is Friday
        assertThat(end("2026-10-08T20:30:00Z", 1)).isEqualTo("2026-10-09T21:00:00Z");
        assertThat(end("2026-10-08T21:30:00Z", 1)).isEqualTo("2026-10-12T21:00:00Z");
    }

    @Test
    void weekendsAndHolidaysDoNotCount() {
        assertThat(end("2026-10-09T09:00:00Z", 1)).isEqualTo("2026-10-12T21:00:00Z");
        assertThat(end("2026-10-10T09:00:00Z", 1)).isEqualTo("2026-10-12T21:00:00Z");
        assertThat(end("2026-11-03T09:00:00Z", 1, LocalDate.parse("2026-11-04")))
                .isEqualTo("2026-11-05T21:00:00Z");
    }

    @Test
    void termsThatAreNoneAreNamed() {
        assertThatThrownBy(() -> new AppealSettings(0, 5, List.of()))
                .hasMessageContaining("fileWithin 0: expected 1 to 60");
        assertThatThrownBy(() -> new AppealSettings(5, 61, List.of())).hasMessageContaining("decideWithin 61");
    }
}
