package io.callscope.analytics.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.callscope.analytics.desk.QueueSettings;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.forces.Actions;
import io.callscope.analytics.llm.prompt.PromptLoader;
import io.callscope.analytics.requests.Competitors;
import io.callscope.analytics.review.imports.ReviewMap;
import io.callscope.analytics.scorecard.Scorecards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schemas and readers know the same keys. At every place of a file for which its schema lists keys, an unknown one is put
 * in, and the reader is asked which it knows.
 */
class SchemaKeysTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern KNOWN = Pattern.compile("a (?:key|language) out of (.*?)(?:, …)?");
    private static final String UNKNOWN = "qqqqqqqq";

    /** A reader names so many of the keys it knows. */
    private static final int NAMED = 12;

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        ConfigDir.copyTo(folder);
        Files.delete(folder.resolve("codebook/examples/ru.yaml"));
        Files.delete(folder.resolve("codebook/examples/en.yaml"));
    }

    private interface Reader {
        Object read(Path folder);
    }

    @Test
    void codebook() throws IOException {
        Map<String, String> schemas = new LinkedHashMap<>();
        schemas.put("codebook/certainty.yaml", "codebook-force");
        for (String list : List.of("departments", "journey-stages", "contact-reasons", "repeat-causes", "signals")) {
            schemas.put("codebook/" + list + ".yaml", "codebook-list");
        }
        schemas.put("codebook/patterns/ru/words.yaml", "codebook-words");
        for (Map.Entry<String, String> file : schemas.entrySet()) {
            compare(file.getKey(), file.getValue(), CodebookLoader::load);
        }
    }

    @Test
    void flagsQueueAndPromptWords() throws IOException {
        Codebook codebook = CodebookLoader.load(folder);
        compare("flags.yaml", "flags", changed -> FlagRules.load(changed, codebook));
        compare("queue.yaml", "queue", QueueSettings::load);
        compare(
                "imports/service.yaml",
                "review-map",
                changed -> ReviewMap.load(changed, Scorecards.load(changed, codebook)));
        compare("actions.yaml", "actions", changed -> Actions.load(changed, codebook));
        compare("competitors.yaml", "competitors", Competitors::load);
        compare("prompts/ru/words.yaml", "prompt-words", PromptLoader::load);
    }

    private void compare(String file, String schemaName, Reader reader) throws IOException {
        // Given
        JsonNode schema = JSON.readTree(
                folder.resolve("schema/" + schemaName + ".schema.json").toFile());
        Path changed = folder.resolve(file);
        byte[] shipped = Files.readAllBytes(changed);
        JsonNode tree = YAML.readTree(shipped);
        Map<String, Place> places = new LinkedHashMap<>();
        // one file of a list holds one list; the schema knows them all
        find(schema, schema, tree, "", places);
        if (schemaName.equals("codebook-list")) {
            places.remove("");
        }
        assertThat(places).isNotEmpty();

        for (Map.Entry<String, Place> place : places.entrySet()) {
            // When
            place.getValue().object().put(UNKNOWN, "x");
            Files.write(changed, YAML.writeValueAsBytes(tree));
            List<String> known = known(reader);
            place.getValue().object().remove(UNKNOWN);

            // Then
            assertThat(known)
                    .as(file + " " + place.getKey())
                    .isEqualTo(place.getValue().keys().stream().limit(NAMED).toList());
        }
        Files.write(changed, shipped);
    }

    /** A mapping of the file, and the keys that its schema lists. */
    private record Place(ObjectNode object, TreeSet<String> keys) {}

    private static void find(JsonNode root, JsonNode schema, JsonNode node, String path, Map<String, Place> places) {
        if (schema.has("$ref")) {
            find(root, root.at(schema.get("$ref").asText().substring(1)), node, path, places);
        } else if (node instanceof ObjectNode object
                && schema.path("additionalProperties").isBoolean()) {
            TreeSet<String> keys = new TreeSet<>();
            schema.path("properties").fieldNames().forEachRemaining(keys::add);
            places.putIfAbsent(path, new Place(object, keys));
            object.properties()
                    .forEach(entry -> find(
                            root,
                            schema.path("properties").path(entry.getKey()),
                            entry.getValue(),
                            path + "/" + entry.getKey(),
                            places));
        } else if (node.isArray()) {
            node.forEach(item -> find(root, schema.path("items"), item, path + "/*", places));
        }
    }

    private List<String> known(Reader reader) {
        List<String> known = new ArrayList<>();
        try {
            reader.read(folder);
        } catch (InvalidConfigException e) {
            for (ConfigProblem problem : e.problems()) {
                Matcher words = KNOWN.matcher(problem.expected());
                if (problem.path().endsWith(UNKNOWN) && words.matches()) {
                    known.addAll(List.of(words.group(1).split(", ")));
                }
            }
        }
        return known;
    }
}
