package io.callscope.transcribe;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.kit.config.ConfigException;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.transcribe.TranscribeConfig.RecognizerKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckTest {
    @TempDir
    Path folder;

    private Path model;

    @BeforeEach
    void installs() throws Exception {
        Files.writeString(folder.resolve("models.yaml"), """
                languages:
                  en: [mine]
                models:
                  - id: mine
                    language: en
                    zip: https://models.example/mine.zip
                    path: mine
                    licence: Apache-2.0
                    downloadMiB: 1
                    sha256: unknown
                """);
        model = folder.resolve("models/mine");
        Files.createDirectories(model.resolve("conf"));
        Files.createDirectories(model.resolve("am"));
        Files.createDirectories(model.resolve("graph"));
        Files.writeString(model.resolve("am/final.mdl"), "weights");
        Files.writeString(model.resolve("conf/mfcc.conf"), "--sample-frequency=16000\n");
    }

    @Test
    void aModelThatFitsAndOneThatIsNotThereYetAreTaken() {
        assertThatCode(() -> check(List.of("en"), RecognizerKind.VOSK)).doesNotThrowAnyException();
    }

    @Test
    void oneWithoutItsRateIsRefusedWithTheReason() throws Exception {
        // Given
        Files.writeString(model.resolve("conf/mfcc.conf"), "--use-energy=false\n");

        // When
        // Then
        assertThatThrownBy(() -> check(List.of("en"), RecognizerKind.VOSK))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("language en")
                .hasMessageContaining("mine")
                .hasMessageContaining("sample-frequency");
        assertThatCode(() -> check(List.of("en"), RecognizerKind.SCRIPTED)).doesNotThrowAnyException();
    }

    @Test
    void aLanguageThatTheCatalogueDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> check(List.of("de", "en"), RecognizerKind.VOSK))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("language de")
                .hasMessageContaining("[en]");
    }

    private void check(List<String> languages, RecognizerKind recognizer) throws Exception {
        new ModelCheck(new TranscribeConfig(
                        KafkaConfig.of("localhost:9092"),
                        null,
                        folder.resolve("models"),
                        folder.resolve("models.yaml"),
                        languages,
                        folder.resolve("work"),
                        null,
                        null,
                        null,
                        null,
                        recognizer,
                        null,
                        null,
                        null,
                        null))
                .run();
    }
}
