package io.callscope.kit.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.callscope.kit.config.ConfigException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads a YAML file into a tree of records, strictly: an unknown key, a key given twice, a value of the wrong form and
 * a value that a record refuses are problems, and all of them are reported at once. Thread-safe.
 */
public final class ConfigLoader {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private final Map<String, String> environment;

    /**
     * Reads with the given environment for {@code ${NAME}}.
     *
     * @param environment names and values of environment variables
     */
    public ConfigLoader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Reads one file.
     *
     * @throws ConfigException with every problem of the file
     */
    public <T extends Record> T load(Path file, Class<T> type) {
        JsonNode tree = parse(file);
        List<Problem> problems = new ArrayList<>();
        Path base = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), Path.of("/"));
        Object bound = new RecordBinder(new ScalarReader(environment, base), problems).bindRecord("", tree, type);
        if (!problems.isEmpty() || bound == null) {
            throw new ConfigException(file.toString(), problems);
        }
        return type.cast(bound);
    }

    private static JsonNode parse(Path file) {
        if (!Files.isRegularFile(file)) {
            throw problem(file, "no such file; expected a YAML configuration file");
        }
        try {
            JsonNode tree = YAML.readTree(Files.readAllBytes(file));
            return tree == null || tree.isMissingNode() || tree.isNull() ? YAML.createObjectNode() : tree;
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String where =
                    place == null ? "" : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
            throw problem(file, "no valid YAML: " + firstLine(e.getOriginalMessage()) + where);
        } catch (IOException e) {
            throw problem(file, "cannot be read: " + e.getMessage());
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static ConfigException problem(Path file, String message) {
        return new ConfigException(file.toString(), List.of(new Problem("", message)));
    }
}
