package io.callscope.standalone.month;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The sentences of the simulated month, read from the jar. Immutable. */
final class Wording {
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final TypeReference<Map<String, List<String>>> LISTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> WEIGHTS = new TypeReference<>() {};
    /** What is drawn into sentences, and agents, who are the same people in both halves. */
    private static final List<String> SHARED =
            List.of("fillers", "things", "streets", "names", "agents", "days", "ago", "term");

    private final Half half;
    private final List<Subject> subjects;
    private final Map<String, List<String>> causes;
    private final Map<String, List<String>> departments;
    private final Map<String, List<String>> turns;
    private final Map<String, List<String>> conduct;

    private Wording(Half half) {
        this.half = half;
        this.subjects = subjects(read("reasons"));
        this.causes = lists("causes");
        this.departments = lists("departments");
        this.turns = lists("turns");
        this.conduct = lists("conduct");
    }

    static Wording of(Half half) {
        return new Wording(Objects.requireNonNull(half, "half"));
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** How a customer tells the cause. */
    List<String> cause(String id) {
        return half.of(required(causes, id));
    }

    /** Departments whose failures customers can tell. */
    List<String> departments() {
        return List.copyOf(departments.keySet());
    }

    List<String> department(String id) {
        return half.of(required(departments, id));
    }

    /** What is said at some point of every call. */
    List<String> turn(String id) {
        List<String> all = required(turns, id);
        return SHARED.contains(id) ? List.copyOf(all) : half.of(all);
    }

    /** What agents say beside the matter. */
    List<String> conduct(String id) {
        return half.of(required(conduct, id));
    }

    private static List<String> required(Map<String, List<String>> lists, String id) {
        List<String> found = lists.get(id);
        if (found == null || found.isEmpty()) {
            throw new IllegalArgumentException(
                    "no sentences for \"%s\": expected one of %s".formatted(id, lists.keySet()));
        }
        return found;
    }

    private List<Subject> subjects(JsonNode file) {
        List<Subject> all = new ArrayList<>();
        file.properties().forEach(entry -> {
            JsonNode node = entry.getValue();
            all.add(new Subject(
                    entry.getKey(),
                    node.path("queue").asText(),
                    node.path("product").asText(),
                    node.path("weight").asInt(),
                    YAML.convertValue(node.path("causes"), WEIGHTS),
                    lines(node, "first"),
                    lines(node, "detail"),
                    lines(node, "again"),
                    lines(node, "agent"),
                    lines(node, "solved"),
                    lines(node, "open"),
                    lines(node, "promise")));
        });
        return List.copyOf(all);
    }

    private List<String> lines(JsonNode node, String field) {
        List<String> lines = new ArrayList<>();
        node.path(field).forEach(line -> lines.add(line.asText()));
        return half.of(lines);
    }

    private static Map<String, List<String>> lists(String name) {
        return new TreeMap<>(YAML.convertValue(read(name), LISTS));
    }

    private static JsonNode read(String name) {
        String path = "/month/%s.yaml".formatted(name);
        try (InputStream in = Objects.requireNonNull(Wording.class.getResourceAsStream(path), path)) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
