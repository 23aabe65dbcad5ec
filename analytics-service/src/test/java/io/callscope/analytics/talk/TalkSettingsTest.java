package io.callscope.analytics.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TalkSettingsTest {
    @Test
    void limitsThatContradictEachOtherAreNamedWithTheirValues() {
        assertThatThrownBy(() -> new TalkSettings(Duration.ofSeconds(20), null, null, null, null, null, null))
                .hasMessage("holdFrom PT15S: expected PT20S to PT1H");
        assertThatThrownBy(() -> new TalkSettings(null, null, 3.0, null, null, null, null))
                .hasMessage("holdLevelDbfs 3.0: expected -60 to 0");
        assertThatThrownBy(() ->
                        new TalkSettings(null, null, null, Duration.ofSeconds(1), Duration.ofMillis(500), null, null))
                .hasMessage("interruptionFrom PT0.5S: expected PT1S to PT30S");
        assertThatThrownBy(() -> new TalkSettings(null, null, null, null, null, Map.of("en", List.of("!?")), null))
                .hasMessage("a phrase of language \"en\" has no word");
    }

    @Test
    void phrasesAreWholeWordsWhateverTheirMarks() {
        // Given
        SpokenPhrases phrases = new SpokenPhrases(List.of("Пока", "don't go"));

        // When Then
        assertThat(phrases.areIn("Ну, пока!")).isTrue();
        assertThat(phrases.areIn("пока-пока")).isTrue();
        assertThat(phrases.areIn("показать")).isFalse();
        assertThat(phrases.areIn("please don’t go")).isTrue();
    }
}
