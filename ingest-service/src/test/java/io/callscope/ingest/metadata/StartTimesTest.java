package io.callscope.ingest.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTimesTest {
    private final StartTimes times = new StartTimes(ZoneId.of("Asia/Omsk"));

    @ParameterizedTest
    @CsvSource({
        "2026-10-12T14:05:00+03:00, 2026-10-12T11:05:00Z",
        "2026-10-12T11:05:00Z, 2026-10-12T11:05:00Z",
        "2026-10-12T11:05:00.250Z, 2026-10-12T11:05:00.250Z",
        "2026-10-12T14:05+03:00, 2026-10-12T11:05:00Z",
        "2026-10-12T17:05:00, 2026-10-12T11:05:00Z",
        "2026-10-12 17:05, 2026-10-12T11:05:00Z",
        "2026-10-12 17:05:09, 2026-10-12T11:05:09Z",
        "12.10.2026 17:05, 2026-10-12T11:05:00Z",
        "12.10.2026 17:05:09, 2026-10-12T11:05:09Z",
        "20261012-170509, 2026-10-12T11:05:09Z",
        "20261012T170509, 2026-10-12T11:05:09Z",
        "20261012_170509, 2026-10-12T11:05:09Z",
        "20261012170509, 2026-10-12T11:05:09Z"
    })
    void readsTheFormsThatSourcesWriteInTheSitesZone(String text, String expected) {
        // When
        // Then
        assertThat(times.read("startedAt", " " + text + " ")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2026-13-01 10:00", "31.02.2026 10:00", "10:00", "2026-10-12", "1760267100"})
    void refusesWhatIsNoMoment(String text) {
        // When
        // Then
        assertThatThrownBy(() -> times.read("startedAt", text))
                .isInstanceOf(MetadataException.class)
                .hasMessageStartingWith("startedAt: \"" + text + "\": expected a time such as");
    }
}
