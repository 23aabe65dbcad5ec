package io.callscope.analytics.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @Test
    void onlyThePasswordThatWasHashedMatches() {
        // Given
        String hash = passwords.hash("пароль из слов");

        // When / Then
        assertThat(hash).startsWith("$argon2id$").doesNotContain("пароль");
        assertThat(passwords.hash("пароль из слов")).isNotEqualTo(hash);
        assertThat(passwords.matches("пароль из слов", hash)).isTrue();
        assertThat(passwords.matches("пароль из слова", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
        assertThat(passwords.matches("пароль из слов", null)).isFalse();
        assertThat(passwords.matches("x".repeat(100_000), hash)).isFalse();
    }

    @Test
    void generatedPasswordsAreAcceptableAndDiffer() {
        // When
        String one = passwords.generated();

        // Then
        assertThat(one).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}").isNotEqualTo(passwords.generated());
        Passwords.requireAcceptable(one);
    }

    @Test
    void whatIsNotAcceptableIsNamedByItsLengthAlone() {
        assertThatThrownBy(() -> Passwords.requireAcceptable("короткий"))
                .hasMessage("password of 8 characters: expected 10 to 200")
                .hasMessageNotContaining("короткий");
    }
}
