package io.callscope.analytics.codebook;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A place in a YAML file that is read strictly: what is missing, unknown or of the wrong kind is noted as a problem and
 * reading goes on with a harmless value. Not thread-safe.
 */
public final class YamlNode {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode node;
    private final String path;
    private final ConfigProblems problems;

    private YamlNode(JsonNode node, String path, ConfigProblems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
    }

    /**
     * Reads a file; what is no YAML becomes a problem and an empty node.
     *
     * @throws UncheckedIOException when the file is there and cannot be read
     */
    public static YamlNode read(Path root, Path file, ConfigProblems problems) {
        String name = root.relativize(file).toString();
        if (!Files.isRegularFile(file)) {
            problems.add(name, "", "a file of that name in " + root);
            return new YamlNode(MissingNode.getInstance(), name + ":", problems);
        }
        try {
            return new YamlNode(YAML.readTree(Files.readAllBytes(file)), name + ":", problems);
        } catch (JsonProcessingException e) {
            problems.add(name, "", "YAML: " + reason(e));
            return new YamlNode(MissingNode.getInstance(), name + ":", problems);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** What is wrong and where; the rest of the parser's message quotes the file, which may hold words of a call. */
    private static String reason(JsonProcessingException failure) {
        String first =
                String.valueOf(failure.getOriginalMessage()).lines().findFirst().orElse("");
        JsonLocation place = failure.getLocation();
        return place == null
                ? first
                : "%s (line %d, column %d)".formatted(first, place.getLineNr(), place.getColumnNr());
    }

    /** Where it stands, for problems. */
    public String path() {
        return path;
    }

    /** False when a key was left out, or the file cannot be read. */
    public boolean present() {
        return !(node instanceof MissingNode || node instanceof NullNode);
    }

    /** Notes every key that is not known. */
    public YamlNode onlyKeys(String... known) {
        for (String key : keys()) {
            if (!List.of(known).contains(key)) {
                problems.addUnknown(path + " " + key, key, "a key", List.of(known));
            }
        }
        return this;
    }

    /** The keys of an object in their order. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(keys::add);
        } else if (present()) {
            problems.add(path, node.asText(), "keys with values");
        }
        return keys;
    }

    /** The value of a key; it may be missing. */
    public YamlNode at(String key) {
        JsonNode child = node.path(key);
        return new YamlNode(child, path.endsWith(":") ? path + " " + key : path + "." + key, problems);
    }

    /** The elements of a list; none when the key was left out. */
    public List<YamlNode> items() {
        List<YamlNode> items = new ArrayList<>();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                items.add(new YamlNode(node.get(i), path + "[" + i + "]", problems));
            }
        } else if (present()) {
            problems.add(path, node.asText(), "a list");
        }
        return items;
    }

    /** A text that must be there and not be blank. */
    public String text() {
        if (node.isTextual() && !node.textValue().isBlank()) {
            return node.textValue().strip();
        }
        problems.add(path, node.asText(), "a text");
        return "";
    }

    /** A text that may be left out. */
    public @Nullable String textOrNull() {
        return present() ? text() : null;
    }

    /** A word out of a closed set. */
    public String word(String what, Collection<String> known) {
        String word = text();
        if (!word.isEmpty() && !known.contains(word)) {
            problems.addUnknown(path, word, what, known);
        }
        return word;
    }

    /** A word out of a closed set that may be left out. */
    public @Nullable String wordOrNull(String what, Collection<String> known) {
        return present() ? word(what, known) : null;
    }

    /** A whole number within bounds; the default when left out. */
    public int number(int min, int max, int otherwise) {
        if (!present()) {
            return otherwise;
        }
        if (!node.isInt() || node.intValue() < min || node.intValue() > max) {
            problems.add(path, node.asText(), "a whole number from %d to %d".formatted(min, max));
            return otherwise;
        }
        return node.intValue();
    }

    /** Yes or no; the default when left out. */
    public boolean yes(boolean otherwise) {
        if (present() && !node.isBoolean()) {
            problems.add(path, node.asText(), "true or false");
        }
        return node.asBoolean(otherwise);
    }

    /** A wording in every language. */
    public LocalText local(Set<String> languages) {
        Map<String, String> wordings = new LinkedHashMap<>();
        for (String language : keys()) {
            if (languages.contains(language)) {
                wordings.put(language, at(language).text());
            } else {
                problems.addUnknown(path + "." + language, language, "a language", languages);
            }
        }
        for (String language : new TreeSet<>(languages)) {
            if (!wordings.containsKey(language)) {
                problems.add(path + "." + language, "", "a wording in this language");
            }
        }
        return new LocalText(wordings);
    }
}
