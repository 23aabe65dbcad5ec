package io.callscope.analytics.llm.gguf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A schema whose answers end. A small model that is held to a grammar with a list fills it until it is cut off, and
 * nothing is left of such an answer. Endpoints are not sent these bounds: not all of them know the words. Stateless.
 */
final class BoundedSchema {
    /** A mark takes some 130 tokens at the most in a language that the model's words are made for. */
    private static final int MOST_OBJECTS = 5;

    private static final int MOST_VALUES = 4;
    /** Characters of a quote. */
    private static final int QUOTE = 120;
    /** Characters of any other text, about three sentences. */
    private static final int TEXT = 400;

    private static final ObjectMapper JSON = new ObjectMapper();

    private BoundedSchema() {}

    /**
     * The same schema with bounds where it had none.
     *
     * @throws IllegalArgumentException when it is no JSON
     */
    static String of(String schema) {
        try {
            JsonNode root = JSON.readTree(schema);
            bound(root, TEXT);
            return root.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("schema: expected JSON", e);
        }
    }

    private static void bound(JsonNode node, int text) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        switch (schema.path("type").asText()) {
            case "object" -> {
                int own = quotes(schema) ? QUOTE : TEXT;
                schema.path("properties").forEach(property -> bound(property, own));
            }
            case "array" -> {
                JsonNode items = schema.path("items");
                int most = "object".equals(items.path("type").asText()) ? MOST_OBJECTS : MOST_VALUES;
                if (!schema.has("maxItems")) {
                    schema.put(
                            "maxItems", Math.max(most, schema.path("minItems").asInt()));
                }
                bound(items, text);
            }
            case "string" -> {
                if (!schema.has("enum") && !schema.has("maxLength")) {
                    schema.put("maxLength", text);
                }
            }
            default -> {
                // numbers and truth values end by themselves
            }
        }
    }

    /** Whether an object names a place of the call: utterances, and words of them. */
    private static boolean quotes(ObjectNode schema) {
        for (JsonNode property : schema.path("properties")) {
            if ("integer".equals(property.path("items").path("type").asText())) {
                return true;
            }
        }
        return false;
    }
}
