package io.callscope.kit.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.kit.config.ConfigException.Problem;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds a tree of YAML nodes to records, collecting problems instead of stopping at the first. For one load. */
final class RecordBinder {
    private final ScalarReader scalars;
    private final List<Problem> problems;

    RecordBinder(ScalarReader scalars, List<Problem> problems) {
        this.scalars = scalars;
        this.problems = problems;
    }

    @Nullable
    Object bindRecord(String path, JsonNode node, Class<?> type) {
        if (!node.isObject()) {
            return problem(path, "expected a mapping with the keys " + String.join(", ", names(type)));
        }
        int before = problems.size();
        reportUnknownKeys(path, node, type);
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            JsonNode child = node.get(components[i].getName());
            if (child == null || child.isNull()) {
                reportIfRequired(path, components[i]);
            } else {
                values[i] = bind(join(path, components[i].getName()), child, components[i].getGenericType());
            }
        }
        return problems.size() > before ? null : construct(path, type, values);
    }

    private void reportIfRequired(String path, RecordComponent component) {
        Required required = component.getAnnotation(Required.class);
        if (required != null) {
            problem(join(path, component.getName()), "is required: " + required.value());
        }
    }

    private void reportUnknownKeys(String path, JsonNode node, Class<?> type) {
        List<String> known = names(type);
        for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            if (!known.contains(key)) {
                String nearest = NearestWord.to(key, known);
                problem(
                        join(path, key),
                        "unknown key; "
                                + (nearest == null
                                        ? "expected one of " + String.join(", ", known)
                                        : "did you mean \"" + nearest + "\"?"));
            }
        }
    }

    private @Nullable Object construct(String path, Class<?> type, @Nullable Object[] values) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            // The record's own compact constructor says what it expected.
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            return problem(path, Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot hold configuration", e);
        }
    }

    private @Nullable Object bind(String path, JsonNode node, Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return bindList(path, node, generic.getActualTypeArguments()[0]);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return bindMap(path, node, generic.getActualTypeArguments()[1]);
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException(path + ": configuration cannot be of type " + type);
        }
        if (plain.isRecord() && plain != DataSize.class) {
            return bindRecord(path, node, plain);
        }
        if (!node.isValueNode()) {
            return problem(path, "expected a single value");
        }
        try {
            return scalars.read(node.asText(), plain);
        } catch (IllegalArgumentException e) {
            return problem(path, Objects.requireNonNullElse(e.getMessage(), "not understood"));
        }
    }

    private @Nullable Object bindList(String path, JsonNode node, Type itemType) {
        if (!node.isArray()) {
            return problem(path, "expected a list");
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Object item = bind(path + "[" + i + "]", node.get(i), itemType);
            if (item != null) {
                items.add(item);
            }
        }
        return List.copyOf(items);
    }

    private @Nullable Object bindMap(String path, JsonNode node, Type valueType) {
        if (!node.isObject()) {
            return problem(path, "expected a mapping");
        }
        Map<String, Object> entries = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            Object value = bind(join(path, entry.getKey()), entry.getValue(), valueType);
            if (value != null) {
                entries.put(entry.getKey(), value);
            }
        });
        return entries;
    }

    private @Nullable Object problem(String path, String message) {
        problems.add(new Problem(path, message));
        return null;
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
