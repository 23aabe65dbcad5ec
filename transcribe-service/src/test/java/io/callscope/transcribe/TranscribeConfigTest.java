package io.callscope.transcribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.kit.config.ConfigException;
import io.callscope.kit.config.ConfigLoader;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.transcribe.recognize.VoiceUse;
import io.callscope.transcribe.text.TextConfig;
import io.callscope.transcribe.text.redact.RedactionConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscribeConfigTest {
    private static final KafkaConfig KAFKA = KafkaConfig.of("localhost:9092");

    @Test
    void defaults() {
        // Given
        // When
        TranscribeConfig config = new TranscribeConfig(
                KAFKA, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

        // Then
        assertThat(config)
                .isEqualTo(new TranscribeConfig(
                        KAFKA,
                        new HttpConfig("127.0.0.1", 0),
                        Path.of(".callscope/models"),
                        Path.of("deploy/config/models.yaml"),
                        List.of("ru"),
                        Path.of(".callscope/work"),
                        Runtime.getRuntime().availableProcessors(),
                        Duration.ofHours(4),
                        2,
                        Duration.ofMillis(700),
                        TranscribeConfig.RecognizerKind.VOSK,
                        RecognitionConfig.defaults(),
                        new TextConfig(null, RedactionConfig.ALL),
                        VoiceUse.WHEN_NEEDED,
                        Path.of("deploy/config/agent-phrases.yaml")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65})
    void namesWorkersOutOfRange(int workers) {
        // Given
        // When
        // Then
        assertThatThrownBy(() -> new TranscribeConfig(
                        KAFKA, null, null, null, null, null, workers, null, null, null, null, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("workers " + workers)
                .hasMessageContaining("1 to 64");
    }

    @Test
    void needsACluster(@TempDir Path folder) throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("transcribe.yaml"), "workers: 2\n");

        // When
        // Then
        assertThatThrownBy(() -> new ConfigLoader(Map.of()).load(file, TranscribeConfig.class))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("kafka: is required");
    }
}
