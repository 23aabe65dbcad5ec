package io.callscope.standalone.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;

/** The metadata that goes with a recording: its sidecar, with the gaps filled from what the caller said. Stateless. */
final class RecordingMetadata {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordingMetadata() {}

    /**
     * The metadata as a JSON object. Without a start time the file's own time stands in, for a call must have one.
     *
     * @throws IllegalArgumentException when the sidecar is no JSON object; the message names it
     */
    static String of(ImportItem item, ImportDefaults defaults) throws IOException {
        ObjectNode metadata = sidecar(item);
        if (!metadata.hasNonNull("startedAt")) {
            metadata.put(
                    "startedAt",
                    Files.getLastModifiedTime(item.file()).toInstant().toString());
        }
        if (defaults.language() != null && !metadata.hasNonNull("language")) {
            metadata.put("language", defaults.language());
        }
        if (!defaults.channels().isEmpty() && !metadata.hasNonNull("channels")) {
            ArrayNode channels = metadata.putArray("channels");
            defaults.channels().forEach(channels::add);
        }
        return JSON.writeValueAsString(metadata);
    }

    private static ObjectNode sidecar(ImportItem item) throws IOException {
        if (item.sidecar() == null) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode tree = JSON.readTree(Files.readString(item.sidecar()));
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "%s: no valid JSON: %s".formatted(name(item), e.getOriginalMessage()), e);
        }
        throw new IllegalArgumentException("%s: expected a JSON object".formatted(name(item)));
    }

    private static String name(ImportItem item) {
        return Objects.requireNonNull(item.sidecar()).getFileName().toString();
    }
}
