package io.callscope.transcribe.text.correct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.callscope.kit.config.ConfigException;
import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.Utterance;
import io.callscope.transcribe.text.TextSteps;
import io.callscope.transcribe.text.Texts;
import io.callscope.transcribe.text.redact.RedactionConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionsTest {
    private static final Path CONFIG = Path.of("..", "deploy", "config");

    @Test
    void theShippedOnesFollowTheirSchema() throws IOException {
        // Given
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(CONFIG.resolve("schema/corrections.schema.json")));

        for (String language : List.of("ru", "en")) {
            // When
            String json = new YAMLMapper()
                    .readTree(CONFIG.resolve("text").resolve(language + ".yaml").toFile())
                    .toString();

            // Then
            assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
            assertThat(schema.validate(json.replace("\"said\"", "\"heard\""), InputFormat.JSON))
                    .isNotEmpty();
        }
        assertThat(Corrections.load(CONFIG.resolve("text")).size()).isGreaterThan(5);
    }

    @Test
    void wholeWordsAreCorrectedTheLongestFormFirst() {
        // Given
        Corrections corrections = Corrections.of(Map.of(
                "ru",
                List.of(
                        new Correction("Сбербанк*", List.of("сбер банк*", "сбербанк*")),
                        new Correction("Сбер", List.of("сбер")),
                        new Correction("Wi-Fi", List.of("вай фай")))));

        // When
        Utterance written = new TextSteps(corrections, RedactionConfig.ALL)
                .apply(Texts.recognised("ru", "в сбер банке нет вай фай а сбер и сберкнижка"))
                .utterances()
                .get(0);

        // Then
        assertThat(written.text()).isEqualTo("в Сбербанке нет Wi-Fi а Сбер и сберкнижка");
        assertThat(written.rewrites())
                .first()
                .isEqualTo(new Rewrite(Rewrite.Kind.CORRECTION, null, 2, 11, "сбер банке", 300, 900));
    }

    @Test
    void otherCorrectionsAreAnotherVersion() {
        // Given
        Corrections corrections = Corrections.of(Map.of("en", List.of(new Correction("PayPal", List.of("pay pal")))));

        // When
        String version = new TextSteps(corrections, RedactionConfig.ALL).version();

        // Then
        assertThat(version).isNotEqualTo(new TextSteps().version());
    }

    @Test
    void namesEveryProblem(@TempDir Path folder) throws IOException {
        // Given
        Path file = folder.resolve("ru.yaml");

        // When
        // Then
        Files.writeString(file, "corrections:\n- written: A\n  said: [б]\n- written: В\n  said: [б]\n");
        assertThatThrownBy(() -> Corrections.load(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("\"б\"")
                .hasMessageContaining("expected one");
        Files.writeString(file, "corrections:\n- written: A\n  heard: [б]\n");
        assertThatThrownBy(() -> Corrections.load(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("heard");
        Files.writeString(file, "corrections:\n- written: A*\n  said: [б]\n");
        assertThatThrownBy(() -> Corrections.load(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("whose letters");
        assertThatThrownBy(() -> Corrections.load(folder.resolve("nowhere")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no such folder");
    }
}
