package io.callscope.model.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "A.b_c:d-9", "00000000000000000000000000000000"})
    void takesTheAllowedCharacters(String value) {
        // When
        CallId callId = new CallId(value);

        // Then
        assertThat(callId).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a/b", "../etc", "звонок", "a\nb", "a\n", "a%2Fb", "a?b"})
    void refusesEveryOtherCharacter(String value) {
        // When
        // Then
        assertThatThrownBy(() -> new CallId(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 1 to 128 characters");
    }

    @ParameterizedTest
    @ValueSource(ints = {129, 100_000})
    void refusesAnEndlessOneAndDoesNotRepeatIt(int length) {
        // When
        // Then
        assertThatThrownBy(() -> new CallId("x".repeat(length)))
                .satisfies(error -> assertThat(error.getMessage().length()).isLessThan(160));
    }
}
