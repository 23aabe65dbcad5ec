package io.callscope.model.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The shipped schemas, with references resolved among them. */
final class Schemas {
    private static final String ID_FORM = "urn:callscope:schema:%s:1";
    private static final List<String> NAMES = List.of(
            "call-metadata",
            "audio-manifest",
            "transcript",
            "waveform",
            "call-recorded",
            "call-imported",
            "call-transcribed",
            "call-analyzed",
            "call-reviewed",
            "accuracy-alarm",
            "audio-chunk");

    private final Map<String, JsonNode> documents = new HashMap<>();
    private final SchemaRegistry registry;

    Schemas() {
        Map<String, String> sources = new HashMap<>();
        for (String name : NAMES) {
            JsonNode document = read(name);
            documents.put(ID_FORM.formatted(name), document);
            sources.put(ID_FORM.formatted(name), document.toString());
        }
        this.registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(sources));
    }

    Schema validator(String name) {
        return registry.getSchema(SchemaLocation.of(ID_FORM.formatted(name)));
    }

    Node root(String name) {
        return new Node(ID_FORM.formatted(name), Objects.requireNonNull(documents.get(ID_FORM.formatted(name))));
    }

    /** A place in a schema: the document it is of, and the node there. */
    record Node(String document, JsonNode json) {}

    /** Follows {@code $ref}, if there is one. */
    Node resolved(Node node) {
        if (!node.json().has("$ref")) {
            return node;
        }
        String[] parts = node.json().get("$ref").asText().split("#", 2);
        String document = parts[0].isEmpty() ? node.document() : parts[0];
        JsonNode root = Objects.requireNonNull(documents.get(document), document);
        Node target = new Node(document, parts.length == 1 ? root : root.at(parts[1]));
        return resolved(target);
    }

    Node property(Node node, String name) {
        return new Node(node.document(), node.json().path("properties").path(name));
    }

    private static JsonNode read(String name) {
        String resource = "/schema/" + name + ".schema.json";
        try (InputStream stream = Objects.requireNonNull(Schemas.class.getResourceAsStream(resource), resource)) {
            return EventJson.mapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
