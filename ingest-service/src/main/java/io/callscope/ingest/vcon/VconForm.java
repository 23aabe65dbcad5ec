package io.callscope.ingest.vcon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Brings a vCon into the form of its newest draft: earlier ones had other names for some fields, and what is empty or
 * null means the same as what is absent. Stateless, thread-safe.
 */
final class VconForm {
    private static final Map<String, String> TOP = Map.of(
            "appended", "amended", "amended_from", "amended", "redacted_from", "redacted", "must_support", "critical");
    private static final Map<String, String> ENTRY = Map.of("mimetype", "mediatype", "schema_version", "schema");

    private VconForm() {}

    /**
     * @throws VconException when it is signed or encrypted: who checks or opens those has to do it before
     */
    static ObjectNode of(JsonNode document) {
        if (!(document instanceof ObjectNode object)) {
            throw VconException.of("body", "expected a vCon, a JSON object");
        }
        if (object.has("ciphertext") || object.has("recipients")) {
            throw VconException.of("body", "an encrypted vCon (JWE); expected an unsigned one: decrypt it before");
        }
        if (object.has("payload") || object.has("signatures")) {
            throw VconException.of(
                    "body", "a signed vCon (JWS); expected an unsigned one: check its signature and send the payload");
        }
        ObjectNode vcon = object.deepCopy();
        rename(vcon, TOP);
        for (String list : new String[] {"dialog", "analysis", "attachments"}) {
            for (JsonNode entry : vcon.path(list)) {
                if (entry instanceof ObjectNode one) {
                    rename(one, ENTRY);
                    if (list.equals("attachments") && !one.has("purpose") && one.has("type")) {
                        one.set("purpose", one.get("type"));
                    }
                    dropEmpty(one);
                }
            }
        }
        dropEmpty(vcon);
        return vcon;
    }

    private static void rename(ObjectNode node, Map<String, String> names) {
        names.forEach((old, now) -> {
            if (node.has(old) && !node.has(now)) {
                node.set(now, node.remove(old));
            }
        });
    }

    /** Entries of lists stay, empty ones too: others refer to them by their places. */
    private static void dropEmpty(ObjectNode node) {
        node.properties().removeIf(field -> {
            JsonNode value = field.getValue();
            return value.isNull() || (value instanceof ObjectNode || value instanceof ArrayNode) && value.isEmpty();
        });
    }
}
