package io.callscope.transcribe.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.transcribe.model.DecoderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunedModelFolderTest {
    @TempDir
    Path model;

    @BeforeEach
    void makeModel() throws Exception {
        Files.createDirectories(model.resolve("conf"));
        Files.createDirectories(model.resolve("am"));
        Files.writeString(model.resolve("conf/mfcc.conf"), "--sample-frequency=16000\n--dither=1.0\n");
        Files.writeString(
                model.resolve("conf/model.conf"),
                "--min-active=200\n--max-active=3000\n--beam=10.0\n--lattice-beam=2.0\n--acoustic-scale=1.0\n");
        Files.writeString(model.resolve("am/final.mdl"), "weights");
    }

    @Test
    void asShippedItDiffersFromTheModelInItsDitherAlone() throws Exception {
        // Given
        // When
        try (TunedModelFolder tuned = TunedModelFolder.of(model, null)) {
            // Then
            assertThat(Files.readAllLines(tuned.folder().resolve("conf/mfcc.conf")))
                    .containsExactly("--sample-frequency=16000", "--dither=0");
            assertThat(tuned.folder().resolve("conf/model.conf"))
                    .hasSameTextualContentAs(model.resolve("conf/model.conf"));
            assertThat(tuned.folder().resolve("am/final.mdl")).hasContent("weights");
        }
    }

    @Test
    void aProfileTakesThePlaceOfTheDecodersOwnSettingsAndOfNothingElse() throws Exception {
        // Given
        DecoderSettings settings = new DecoderSettings(8.5, 1_500, 2);

        // When
        try (TunedModelFolder tuned = TunedModelFolder.of(model, settings)) {
            // Then
            assertThat(Files.readAllLines(tuned.folder().resolve("conf/model.conf")))
                    .containsExactly(
                            "--min-active=200",
                            "--acoustic-scale=1.0",
                            "--beam=8.5",
                            "--max-active=1500",
                            "--lattice-beam=2");
        }
    }

    @Test
    void aModelWithoutDecoderOptionsIsRefusedAndNotSilentlyLeftAsItIs() throws Exception {
        // Given
        Files.delete(model.resolve("conf/model.conf"));

        // When
        // Then
        assertThatThrownBy(() -> TunedModelFolder.of(model, new DecoderSettings(9, 2_000, 2)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("conf/model.conf")
                .hasMessageContaining("shipped");
    }

    @Test
    void leavesTheModelAsItWas() throws Exception {
        // Given
        TunedModelFolder tuned = TunedModelFolder.of(model, new DecoderSettings(9, 2_000, 2));

        // When
        tuned.close();

        // Then
        assertThat(tuned.folder()).doesNotExist();
        assertThat(model.resolve("am/final.mdl")).hasContent("weights");
        assertThat(model.resolve("conf/mfcc.conf")).content().contains("--dither=1.0");
        assertThat(model.resolve("conf/model.conf")).content().contains("--beam=10.0");
    }
}
