package io.callscope.ingest.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.ingest.metadata.MetadataException;
import io.callscope.ingest.metadata.MetadataReader;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Metadata in headers: {@code X-Call-Started-At}, {@code X-Call-Agent-Id}, …, one for each field in kebab case, its
 * value percent-encoded UTF-8; {@code X-Call-Channels: customer,agent}; {@code X-Call-Attribute-Campaign: …}.
 */
final class HeaderMetadata {
    private static final String PREFIX = "x-call-";
    private static final String ATTRIBUTE_PREFIX = "x-call-attribute-";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HeaderMetadata() {}

    static ObjectNode of(Context context) {
        ObjectNode metadata = JSON.createObjectNode();
        ObjectNode attributes = JSON.createObjectNode();
        for (Map.Entry<String, String> header : context.headerMap().entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.startsWith(ATTRIBUTE_PREFIX)) {
                attributes.put(name.substring(ATTRIBUTE_PREFIX.length()), decoded(name, header.getValue()));
            } else if (name.startsWith(PREFIX)) {
                put(metadata, name, decoded(name, header.getValue()));
            }
        }
        if (!attributes.isEmpty()) {
            metadata.set("attributes", attributes);
        }
        return metadata;
    }

    private static void put(ObjectNode metadata, String header, String value) {
        String field = fieldOf(header.substring(PREFIX.length()));
        if (field.equals("channels")) {
            ArrayNode channels = metadata.putArray(field);
            for (String channel : value.split(",", -1)) {
                channels.add(channel.strip());
            }
        } else {
            metadata.put(field, value);
        }
    }

    private static String fieldOf(String kebab) {
        for (String field : MetadataReader.FIELDS) {
            if (field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT).equals(kebab)) {
                return field;
            }
        }
        return kebab;
    }

    private static String decoded(String header, String value) {
        try {
            // A plus sign in a phone number is a plus sign.
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw MetadataException.of(header, "expected percent-encoded UTF-8");
        }
    }
}
