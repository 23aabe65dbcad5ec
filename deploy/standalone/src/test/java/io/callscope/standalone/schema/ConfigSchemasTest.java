package io.callscope.standalone.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.callscope.analytics.AnalyticsConfig;
import io.callscope.ingest.IngestConfig;
import io.callscope.transcribe.TranscribeConfig;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every shipped configuration file names its schema and keeps to it; the services' own are written from their records,
 * {@code -DupdateDocs} writes them anew.
 */
class ConfigSchemasTest {
    private static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path CONFIG = PROJECT.resolve("deploy/config");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HINT = Pattern.compile("# yaml-language-server: \\$schema=(\\S+)");

    @Test
    void schemasOfTheServicesAreThoseOfTheirRecords() throws IOException {
        // Given
        Map<String, Class<? extends Record>> services = new LinkedHashMap<>();
        services.put("ingest", IngestConfig.class);
        services.put("transcribe", TranscribeConfig.class);
        services.put("analytics", AnalyticsConfig.class);
        RecordDocs docs = RecordDocs.below(PROJECT);

        for (Map.Entry<String, Class<? extends Record>> service : services.entrySet()) {
            // When
            Path file = CONFIG.resolve("schema").resolve(service.getKey() + ".schema.json");
            String expected = JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(RecordSchema.of(
                                    service.getValue(),
                                    "Configuration of %s-service".formatted(service.getKey()),
                                    docs))
                    + "\n";
            if (Boolean.getBoolean("updateDocs")) {
                Files.writeString(file, expected);
            }

            // Then
            assertThat(file).content().isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "agent-phrases, , io.callscope.transcribe.roles.AgentPhrases",
        "agent-phrases, /properties/languages/additionalProperties, io.callscope.transcribe.roles.AgentPhrases$Phrases",
        "models, , io.callscope.transcribe.model.ModelCatalogue",
        "models, /$defs/model, io.callscope.transcribe.model.ModelEntry",
        "corrections, /properties/corrections/items, io.callscope.transcribe.text.correct.Correction"
    })
    void schemasOfOtherFilesHaveTheKeysOfTheirRecords(String schema, @Nullable String place, String record)
            throws Exception {
        // Given
        JsonNode read = JSON.readTree(
                CONFIG.resolve("schema").resolve(schema + ".schema.json").toFile());

        // When
        JsonNode properties = read.at(place == null ? "" : place).path("properties");

        // Then
        assertThat(properties.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Class.forName(record).getRecordComponents())
                                .map(RecordComponent::getName)
                                .toList());
    }

    @Test
    void everyFileNamesItsSchemaAndKeepsToIt() throws IOException {
        // Given
        List<String> problems = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(CONFIG)) {
            files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }

        // When
        for (Path file : files) {
            Matcher hint = HINT.matcher(Files.readAllLines(file).get(0));
            if (hint.matches()) {
                Path schema = file.resolveSibling(hint.group(1)).normalize();
                schema(schema)
                        .validate(YAML.readTree(file.toFile()))
                        .forEach(error -> problems.add(CONFIG.relativize(file) + ": " + error));
            } else {
                problems.add(CONFIG.relativize(file) + ": expected the schema in the first line");
            }
        }

        // Then
        assertThat(files).hasSizeGreaterThan(30);
        assertThat(problems).isEmpty();
    }

    @Test
    void noSchemaIsWithoutAFile() throws IOException {
        // Given
        List<String> named = new ArrayList<>();
        try (Stream<Path> all = Files.walk(CONFIG)) {
            for (Path file : all.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                Matcher hint = HINT.matcher(Files.readAllLines(file).get(0));
                if (hint.matches()) {
                    named.add(Path.of(hint.group(1)).getFileName().toString());
                }
            }
        }

        // When, Then
        try (Stream<Path> schemas = Files.list(CONFIG.resolve("schema"))) {
            assertThat(schemas.map(file -> file.getFileName().toString()).toList())
                    .allSatisfy(schema -> assertThat(named).contains(schema));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "analytics  | workrs: 3",
                "analytics  | reloadEvery: soon",
                "analytics  | audioCacheSize: large",
                "analytics  | 'llm: {model: some}'",
                "analytics  | 'talk: {deadAir: 5s}'",
                "transcribe | recognizer: whisper",
                "transcribe | languages: ru",
                "ingest     | 'database: {url: x, user: y, password: plain}'",
                "ingest     | 'http: {port: many}'"
            })
    void whatTheServiceRefusesTheSchemaRefuses(String service, String change) throws IOException {
        // Given
        JsonNode shipped = YAML.readTree(CONFIG.resolve(service + ".yaml").toFile());
        JsonNode changed = YAML.readTree(change);
        com.fasterxml.jackson.databind.node.ObjectNode whole = shipped.deepCopy();
        changed.fields().forEachRemaining(entry -> whole.set(entry.getKey(), entry.getValue()));

        // When
        Schema schema = schema(CONFIG.resolve("schema").resolve(service + ".schema.json"));

        // Then
        assertThat(schema.validate(shipped)).isEmpty();
        assertThat(schema.validate(whole)).isNotEmpty();
    }

    private static Schema schema(Path file) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file));
    }
}
