package io.callscope.standalone.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.config.Required;
import io.callscope.kit.config.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes the JSON Schema of a configuration record: keys, kinds of values, which are required, and what the record's own
 * Javadoc says of each. Ranges stay with the records, which check them and say what they expected.
 */
final class RecordSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String VARIABLE = "\\$\\{[A-Za-z_][A-Za-z0-9_]*\\}";
    private static final Set<Class<?>> TEXTS = Set.of(String.class, Path.class, URI.class, ZoneId.class);

    private final RecordDocs docs;
    private final ObjectNode definitions = JSON.objectNode();

    private RecordSchema(RecordDocs docs) {
        this.docs = docs;
    }

    static ObjectNode of(Class<? extends Record> type, String title, RecordDocs docs) {
        RecordSchema schema = new RecordSchema(docs);
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", title);
        root.setAll(schema.object(type));
        root.set("$defs", schema.definitions);
        return root;
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode object = JSON.objectNode();
        object.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = JSON.objectNode();
        Map<String, String> said = docs.of(type);
        for (RecordComponent component : type.getRecordComponents()) {
            ObjectNode property = JSON.objectNode();
            String description = said.get(component.getName());
            if (description != null) {
                property.put("description", description);
            }
            property.setAll(value(component.getGenericType()));
            properties.set(component.getName(), property);
            if (component.isAnnotationPresent(Required.class)) {
                object.withArray("required").add(component.getName());
            }
        }
        object.set("properties", properties);
        return object;
    }

    private ObjectNode value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? collection("array", "items", generic.getActualTypeArguments()[0])
                    : collection("object", "additionalProperties", generic.getActualTypeArguments()[1]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() && plain != DataSize.class && plain != Secret.class) {
            if (!definitions.has(plain.getSimpleName())) {
                definitions.putObject(plain.getSimpleName());
                definitions.set(plain.getSimpleName(), object(plain));
            }
            return JSON.objectNode().put("$ref", "#/$defs/" + plain.getSimpleName());
        }
        return scalar(plain);
    }

    private ObjectNode collection(String kind, String of, Type type) {
        ObjectNode collection = JSON.objectNode().put("type", kind);
        collection.set(of, value(type));
        return collection;
    }

    private static ObjectNode scalar(Class<?> type) {
        if (TEXTS.contains(type)) {
            return JSON.objectNode().put("type", "string");
        }
        if (type == Secret.class) {
            return text("^(|file:.+|" + VARIABLE + ")$");
        }
        if (type == Duration.class) {
            return text("^([0-9]{1,12}\\s*(ms|s|m|h|d)|" + VARIABLE + ")$");
        }
        if (type == DataSize.class) {
            return orVariable(JSON.objectNode().put("type", "integer"), "[0-9]+\\s*([KkMmGg][Ii])?[Bb]?|" + VARIABLE);
        }
        if (type.isEnum()) {
            ObjectNode words = JSON.objectNode();
            for (Object constant : type.getEnumConstants()) {
                words.withArray("enum")
                        .add(((Enum<?>) constant)
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'));
            }
            return words;
        }
        String kind = kind(type);
        return orVariable(JSON.objectNode().put("type", kind), VARIABLE);
    }

    private static String kind(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return "boolean";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "integer";
        }
        if (type == Double.class || type == double.class) {
            return "number";
        }
        throw new IllegalArgumentException("no schema for values of " + type);
    }

    private static ObjectNode text(String pattern) {
        return JSON.objectNode().put("type", "string").put("pattern", pattern);
    }

    /** Any value may come out of an environment variable. */
    private static ObjectNode orVariable(ObjectNode value, String pattern) {
        ObjectNode either = JSON.objectNode();
        either.withArray("anyOf").add(value).add(text("^(" + pattern + ")$"));
        return either;
    }
}
