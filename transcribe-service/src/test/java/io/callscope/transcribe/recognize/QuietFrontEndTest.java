package io.callscope.transcribe.recognize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietFrontEndTest {
    @TempDir
    Path model;

    @BeforeEach
    void makeModel() throws Exception {
        Files.createDirectories(model.resolve("conf"));
        Files.createDirectories(model.resolve("am"));
        Files.writeString(model.resolve("conf/mfcc.conf"), "--sample-frequency=16000\n--dither=1.0\n");
        Files.writeString(model.resolve("conf/model.conf"), "--beam=10.0\n");
        Files.writeString(model.resolve("am/final.mdl"), "weights");
    }

    @Test
    void differsFromTheModelInItsDitherAlone() throws Exception {
        // Given
        // When
        try (QuietFrontEnd quiet = QuietFrontEnd.of(model)) {
            // Then
            assertThat(Files.readAllLines(quiet.folder().resolve("conf/mfcc.conf")))
                    .containsExactly("--sample-frequency=16000", "--dither=0");
            assertThat(quiet.folder().resolve("conf/model.conf"))
                    .hasSameTextualContentAs(model.resolve("conf/model.conf"));
            assertThat(quiet.folder().resolve("am/final.mdl")).hasContent("weights");
        }
    }

    @Test
    void leavesTheModelAsItWas() throws Exception {
        // Given
        QuietFrontEnd quiet = QuietFrontEnd.of(model);

        // When
        quiet.close();

        // Then
        assertThat(quiet.folder()).doesNotExist();
        assertThat(model.resolve("am/final.mdl")).hasContent("weights");
        assertThat(model.resolve("conf/mfcc.conf")).content().contains("--dither=1.0");
    }
}
