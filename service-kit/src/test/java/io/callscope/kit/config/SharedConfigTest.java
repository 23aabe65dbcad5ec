package io.callscope.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Defaults and limits of the configuration records that services share. */
class SharedConfigTest {
    @Test
    void defaultsAreDocumented() {
        // When
        KafkaConfig kafka = new KafkaConfig("b:1", null, null, null, null, null);
        DatabaseConfig database = new DatabaseConfig("jdbc:postgresql:x", "u", null, null);
        HttpConfig http = new HttpConfig(null, null);

        // Then
        assertThat(kafka)
                .isEqualTo(new KafkaConfig("b:1", 1, 6, 90, false, Map.of()))
                .isEqualTo(KafkaConfig.of("b:1"));
        assertThat(database).isEqualTo(new DatabaseConfig("jdbc:postgresql:x", "u", new Secret(""), 6));
        assertThat(http).isEqualTo(new HttpConfig("127.0.0.1", 0));
    }

    @Test
    void limitsAreChecked() {
        // When
        // Then
        assertThatThrownBy(() -> new KafkaConfig("b:1", 0, 6, 90, false, Map.of()))
                .hasMessageContaining("1 to 10");
        assertThatThrownBy(() -> new KafkaConfig("b:1", 1, 1001, 90, false, Map.of()))
                .hasMessageContaining("1 to 1000");
        assertThatThrownBy(() -> new KafkaConfig("b:1", 1, 6, 0, false, Map.of()))
                .hasMessageContaining("1 or more");
        assertThatThrownBy(() -> new HttpConfig(null, 65536)).hasMessageContaining("0 to 65535");
        assertThatThrownBy(() -> new DatabaseConfig("mysql:x", "u", null, 1)).hasMessageContaining("jdbc:postgresql:");
        assertThatThrownBy(() -> new DatabaseConfig("jdbc:postgresql:x", "u", null, 101))
                .hasMessageContaining("1 to 100");
    }

    @Test
    void aSecretNeverShowsItself() {
        // Given
        Secret secret = new Secret("s3cret");

        // When
        String shown = "%s %s".formatted(secret, new DatabaseConfig("jdbc:postgresql:x", "u", secret, 1));

        // Then
        assertThat(shown).doesNotContain("s3cret").contains("***");
    }
}
