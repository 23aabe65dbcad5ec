package io.callscope.transcribe.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * SHA-256 of a model's files by their path in the model, or nothing when nobody could compute them yet. Immutable.
 *
 * @param byPath 64 hex digits by path with forward slashes; empty when unknown
 */
public record FileHashes(Map<String, String> byPath) {
    /** How the catalogue says that no hash was computed. */
    public static final String UNKNOWN = "unknown";

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public FileHashes {
        byPath = java.util.Collections.unmodifiableMap(new TreeMap<>(byPath));
        byPath.forEach((path, hash) -> {
            if (!SHA256.matcher(hash).matches()) {
                throw new IllegalArgumentException(
                        "sha256 of %s: \"%s\": expected 64 hex digits".formatted(path, hash));
            }
        });
    }

    /** Reads the word {@code unknown}, or a map of path to hash. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FileHashes of(JsonNode node) {
        if (node.isTextual() && node.asText().equals(UNKNOWN)) {
            return unknown();
        }
        if (!node.isObject() || node.isEmpty()) {
            throw new IllegalArgumentException(
                    "sha256: expected the word %s, or the hash of each file".formatted(UNKNOWN));
        }
        Map<String, String> hashes = new TreeMap<>();
        node.properties()
                .forEach(field -> hashes.put(field.getKey(), field.getValue().asText()));
        return new FileHashes(hashes);
    }

    public static FileHashes unknown() {
        return new FileHashes(Map.of());
    }

    public boolean isKnown() {
        return !byPath.isEmpty();
    }

    /**
     * What speaks against {@code found} being these files: missing and changed ones, and ones that should not be there
     * (a file more can change what is recognised). Empty when nothing does, or when nothing is known.
     */
    public List<String> differencesTo(FileHashes found) {
        List<String> differences = new ArrayList<>();
        byPath.forEach((path, hash) -> {
            String other = found.byPath.get(path);
            if (other == null) {
                differences.add(path + " is missing");
            } else if (!other.equals(hash)) {
                differences.add("%s has sha256 %s: expected %s".formatted(path, other, hash));
            }
        });
        if (isKnown()) {
            found.byPath.keySet().stream()
                    .filter(path -> !byPath.containsKey(path))
                    .forEach(path -> differences.add(path + " does not belong to the model"));
        }
        return differences;
    }
}
