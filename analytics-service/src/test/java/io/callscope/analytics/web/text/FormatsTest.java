package io.callscope.analytics.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private final Formats russian = new Formats(Language.RU, MOSCOW);
    private final Formats english = new Formats(Language.EN, MOSCOW);

    @Test
    void showsTheSitesTime() {
        // Given
        Instant instant = Instant.parse("2026-10-12T11:05:00Z");

        // When / Then
        assertThat(russian.dateTime(instant)).isEqualTo("12.10.2026, 14:05");
        assertThat(english.dateTime(instant)).isEqualTo("12 Oct 2026, 14:05");
    }

    @ParameterizedTest
    @CsvSource({"0,0:00", "999,0:00", "61000,1:01", "247000,4:07", "3599999,59:59", "3847000,1:04:07"})
    void showsDurations(long millis, String expected) {
        assertThat(russian.duration(millis)).isEqualTo(expected);
    }

    @Test
    void groupsDigits() {
        assertThat(russian.number(1_250_000)).isEqualTo("1\u00A0250\u00A0000");
        assertThat(english.number(1_250_000)).isEqualTo("1,250,000");
        assertThat(russian.fraction(0.5)).isEqualTo("0,50");
    }

    @Test
    void saysAgesInTheirTwoGreatestUnits() {
        assertThat(russian.age(Duration.ofMinutes(42 * 60 + 5))).isEqualTo("1 д 18 ч");
        assertThat(russian.age(Duration.ofMinutes(125))).isEqualTo("2 ч 5 мин");
        assertThat(english.age(Duration.ofSeconds(61))).isEqualTo("1 min");
        assertThat(english.age(Duration.ofSeconds(-5))).isEqualTo("0 s");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,-,-,RU",
                "-,-,'de-DE,en-US;q=0.8',EN",
                "-,-,'ru-RU,ru;q=0.9,en;q=0.8',RU",
                "-,-,'de',RU",
                "-,-,';;;',RU",
                "-,en,ru,EN",
                "ru,en,en,RU",
                "xx,-,en,EN"
            })
    void theUsersChoiceComesBeforeTheBrowsers(String chosen, String cookie, String header, Language expected) {
        assertThat(Language.of(chosen, cookie, header)).isEqualTo(expected);
    }
}
