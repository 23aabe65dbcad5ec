package io.callscope.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import io.callscope.model.call.CallId;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds each schema against its record, both ways. */
class SchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Schemas schemas = new Schemas();

    static List<String> names() {
        return List.copyOf(new TreeSet<>(Samples.bySchema().keySet()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void saysWhatTheRecordSays(String name) {
        // Given
        List<String> differences = new ArrayList<>();

        // When
        compare(name, schemas.root(name), Samples.bySchema().get(name).getClass(), differences);

        // Then
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void acceptsWhatIsWritten(String name) throws IOException {
        // Given
        JsonNode written = JSON.readTree(EventJson.write(Samples.bySchema().get(name)));

        // When
        List<Error> errors = schemas.validator(name).validate(written);

        // Then
        assertThat(errors).isEmpty();
        assertThat(emptyPlaces(written))
                .as("components that the sample leaves out")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void requiresExactlyWhatCannotBeReadWithout(String name) throws IOException {
        // Given
        Record sample = Samples.bySchema().get(name);
        ObjectNode document = (ObjectNode) JSON.readTree(EventJson.write(sample));
        List<String> wrong = new ArrayList<>();

        // When
        leaveOutEach(
                name,
                schemas.root(name),
                new Whole(schemas.validator(name), document, sample.getClass()),
                document,
                sample.getClass(),
                wrong);

        // Then
        assertThat(wrong).isEmpty();
    }

    @Test
    void refusesWhatTheRecordRefuses() throws IOException {
        // Given
        ObjectNode event = (ObjectNode) JSON.readTree(EventJson.write(Samples.recorded()));
        event.put("callId", "no spaces allowed");
        ((ObjectNode) event.get("audio")).put("chunkCount", 0);
        ((ObjectNode) event.get("metadata")).put("direction", "sideways");

        // When
        Set<String> places = schemas.validator("call-recorded").validate(event).stream()
                .map(error -> error.getInstanceLocation().toString())
                .collect(Collectors.toSet());

        // Then
        assertThat(places).containsExactlyInAnyOrder("/callId", "/audio/chunkCount", "/metadata/direction");
    }

    private void compare(String path, Schemas.Node place, Type type, List<String> differences) {
        Schemas.Node node = schemas.resolved(place);
        JsonNode schema = node.json();
        if (!schema.has("description") && !place.json().has("description")) {
            differences.add(path + ": has no description");
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            expect(path, "array", schema, differences);
            compareItems(path, node, generic.getActualTypeArguments()[0], differences);
        } else if (type instanceof ParameterizedType) {
            expect(path, "object", schema, differences);
            if (!schema.at("/additionalProperties/type").asText().equals("string")) {
                differences.add(path + ": a map of texts, and the schema does not say so");
            }
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            compareEnum(path, schema, plain, differences);
        } else if (type instanceof Class<?> plain && plain.isRecord() && plain != CallId.class) {
            compareRecord(path, node, plain, differences);
        } else {
            expect(path, jsonTypeOf((Class<?>) type), schema, differences);
        }
    }

    private void compareItems(String path, Schemas.Node node, Type itemType, List<String> differences) {
        Schemas.Node items = new Schemas.Node(node.document(), node.json().path("items"));
        compare(path + "[]", items, itemType, differences);
    }

    private void compareRecord(String path, Schemas.Node node, Class<?> type, List<String> differences) {
        expect(path, "object", node.json(), differences);
        Set<String> components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> properties = new TreeSet<>();
        node.json().path("properties").fieldNames().forEachRemaining(properties::add);
        if (!components.equals(properties)) {
            differences.add("%s: the record has %s, the schema %s".formatted(path, components, properties));
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            if (properties.contains(name)) {
                compare(path + "." + name, schemas.property(node, name), component.getGenericType(), differences);
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && required(node).contains(name)) {
                differences.add("%s.%s: may be absent, and the schema requires it".formatted(path, name));
            }
        }
    }

    private static void compareEnum(String path, JsonNode schema, Class<?> type, List<String> differences) {
        Set<String> words = new TreeSet<>();
        for (Object constant : type.getEnumConstants()) {
            words.add(JSON.convertValue(constant, String.class));
        }
        Set<String> listed = new TreeSet<>();
        schema.path("enum").forEach(word -> listed.add(word.asText()));
        if (!words.equals(listed)) {
            differences.add("%s: the record knows %s, the schema %s".formatted(path, words, listed));
        }
    }

    private static void expect(String path, String type, JsonNode schema, List<String> differences) {
        if (!schema.path("type").asText().equals(type)) {
            differences.add("%s: expected type %s, the schema says %s".formatted(path, type, schema.path("type")));
        }
    }

    private static String jsonTypeOf(Class<?> type) {
        if (type == String.class || type == Instant.class || type == CallId.class) {
            return "string";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        throw new AssertionError("no JSON type known for " + type);
    }

    private void leaveOutEach(
            String path, Schemas.Node place, Whole whole, ObjectNode here, Class<?> type, List<String> wrong) {
        Schemas.Node node = schemas.resolved(place);
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            JsonNode value = here.remove(name);
            if (value == null) {
                // not in this kind of it
                continue;
            }
            if (whole.isReadable() != whole.isValid()) {
                wrong.add("%s.%s left out: readable %s, valid %s"
                        .formatted(path, name, whole.isReadable(), whole.isValid()));
            }
            here.set(name, value);
            descend(path + "." + name, schemas.property(node, name), whole, value, component, wrong);
        }
    }

    private void descend(
            String path,
            Schemas.Node place,
            Whole whole,
            JsonNode value,
            RecordComponent component,
            List<String> wrong) {
        if (value instanceof ObjectNode object && component.getType().isRecord()) {
            leaveOutEach(path, place, whole, object, component.getType(), wrong);
        } else if (value instanceof ArrayNode list && list.get(0) instanceof ObjectNode first) {
            Type item = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            Schemas.Node node = schemas.resolved(place);
            Schemas.Node items = new Schemas.Node(node.document(), node.json().path("items"));
            leaveOutEach(path + "[0]", items, whole, first, (Class<?>) item, wrong);
        }
    }

    /** A document of which a part is left out now. */
    private record Whole(Schema schema, ObjectNode document, Class<?> type) {
        boolean isValid() {
            return schema.validate(document).isEmpty();
        }

        boolean isReadable() {
            try {
                EventJson.read(JSON.writeValueAsBytes(document), type);
                return true;
            } catch (MalformedEventException e) {
                return false;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static Set<String> required(Schemas.Node node) {
        Set<String> required = new TreeSet<>();
        node.json().path("required").forEach(name -> required.add(name.asText()));
        return required;
    }

    private static List<String> emptyPlaces(JsonNode written) {
        List<String> empty = new ArrayList<>();
        written.properties().stream()
                .filter(field -> field.getValue().isNull()
                        || (field.getValue().isContainerNode()
                                && field.getValue().isEmpty()))
                .map(Map.Entry::getKey)
                .forEach(empty::add);
        written.forEach(child -> empty.addAll(emptyPlaces(child)));
        return empty;
    }
}
