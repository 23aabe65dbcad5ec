package io.callscope.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordCountsTest {
    @Test
    void aPhraseWithAWordPutInIsMissed() {
        // Given
        List<String> said = List.of("please", "cancel", "my", "order", "cancel", "my", "order");
        List<String> recognised = List.of("please", "cancel", "all", "my", "order", "cancel", "my", "order");

        // When
        KeywordCounts counts = KeywordCounts.of(
                List.of("cancel", "my", "order"), said, recognised, WordAligner.align(said, recognised));

        // Then
        assertThat(counts).isEqualTo(new KeywordCounts(2, 1, 0));
    }

    @Test
    void aWordThatTurnsUpElsewhereIsAMissAndAFalseAlarm() {
        // Given
        List<String> said = List.of("refund", "is", "what", "i", "want");
        List<String> recognised = List.of("is", "what", "i", "want", "refund");

        // When
        KeywordCounts counts =
                KeywordCounts.of(List.of("refund"), said, recognised, WordAligner.align(said, recognised));

        // Then
        assertThat(counts).isEqualTo(new KeywordCounts(1, 0, 1));
        assertThat(counts.recall()).hasValue(0);
        assertThat(counts.precision()).hasValue(0);
    }

    @Test
    void neverSaidHasNoRecall() {
        assertThat(KeywordCounts.EMPTY.recall()).isEmpty();
        assertThat(KeywordCounts.EMPTY.recallInterval(0.95)).isEmpty();
        assertThatThrownBy(() -> KeywordCounts.of(List.of(), List.of(), List.of(), Alignment.of(List.of())))
                .hasMessage("phrase of 0 words: expected one or more");
    }
}
