package io.callscope.transcribe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderProfilesTest {
    @TempDir
    Path folder;

    @Test
    void shippedModelsHaveTheUsualProfiles() throws Exception {
        // Given
        Path shipped = Path.of("..", "deploy", "config", "models.yaml");

        // When
        ModelCatalogue catalogue = ModelCatalogue.load(shipped);

        // Then
        assertThat(catalogue.models())
                .filteredOn(model -> model.kind() == ModelKind.SPEECH)
                .extracting(ModelEntry::profiles)
                .containsOnly(DecoderProfiles.USUAL)
                .hasSize(3);
    }

    @Test
    void anEntryMayHaveItsOwnProfiles() throws Exception {
        // Given
        Path file = catalogue("profiles: { balanced: { beam: 11, maxActive: 4000, latticeBeam: 3 } }");

        // When
        DecoderProfiles profiles = ModelCatalogue.load(file).models().get(0).profiles();

        // Then
        assertThat(profiles.all())
                .containsExactly(
                        new DecoderProfile("balanced", new DecoderSettings(11, 4_000, 3)), DecoderProfile.SHIPPED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            balanced: { beam: 0, maxActive: 4000, latticeBeam: 3 }   | beam 0: expected 1 to 30
            balanced: { beam: 9, maxActive: 40, latticeBeam: 3 }     | maxActive 40: expected 100 to 20000
            shipped: { beam: 9, maxActive: 4000, latticeBeam: 3 }    | profiles.shipped
            Fast: { beam: 9, maxActive: 4000, latticeBeam: 3 }       | profile "Fast"
            balanced: { beam: 9, maxActive: 4000 }                   | 'latticeBeam'
            balanced: { beam: 9, maxActive: 4000, latticeBeam: 3, a: 1 } | balanced.a: unknown key
            """)
    void whatDoesNotFitIsNamed(String profile, String message) throws Exception {
        // Given
        Path file = catalogue("profiles: { %s }".formatted(profile));

        // When
        // Then
        assertThatThrownBy(() -> ModelCatalogue.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        // Given
        // When
        // Then
        assertThatThrownBy(() -> new DecoderSettings(9, 2_000, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("latticeBeam NaN: expected 0.5 to 15");
    }

    @Test
    void anUnknownProfileNamesTheKnownOnes() {
        // Given
        DecoderProfiles profiles = new DecoderProfiles(Map.of("balanced", new DecoderSettings(9, 2_000, 2)));

        // When
        // Then
        assertThatThrownBy(() -> profiles.require("quick"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("quick")
                .hasMessageContaining("[balanced, shipped]");
    }

    private Path catalogue(String more) throws IOException {
        return Files.writeString(folder.resolve("models.yaml"), """
                languages: { ru: [m] }
                models:
                  - { id: m, language: ru, npm: m@1.0.0, path: m, licence: MIT, downloadMiB: 1, sha256: unknown, %s }
                """.formatted(more));
    }
}
