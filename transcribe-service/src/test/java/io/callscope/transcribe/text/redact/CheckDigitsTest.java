package io.callscope.transcribe.text.redact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckDigitsTest {
    @Test
    void knowsCards() {
        // Given
        // When
        // Then
        assertThat(CheckDigits.isCard("4111111111111111")).isTrue();
        assertThat(CheckDigits.isCard("378282246310005")).isTrue();
        assertThat(CheckDigits.isCard("4111111111111112")).isFalse();
        assertThat(CheckDigits.isCard("0000000000000000")).isFalse();
        assertThat(CheckDigits.isCard("42")).isFalse();
    }

    @Test
    void knowsRussianStateNumbers() {
        // Given
        // When
        // Then
        assertThat(CheckDigits.isSnils("11223344595")).isTrue();
        assertThat(CheckDigits.isSnils("11223344594")).isFalse();
        assertThat(CheckDigits.isInn("7707083893")).isTrue();
        assertThat(CheckDigits.isInn("7707083894")).isFalse();
        assertThat(CheckDigits.isInn("500100732259")).isTrue();
        assertThat(CheckDigits.isInn("500100732250")).isFalse();
    }
}
