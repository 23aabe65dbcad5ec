package io.callscope.kit.config;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Writes down the configuration a service really runs with: every path and value, secrets hidden. */
public final class EffectiveConfig {
    /** Settings of Kafka's clients whose names hold one of these carry passwords, keys or tokens. */
    private static final List<String> SECRET_WORDS =
            List.of("password", "secret", "jaas", "keystore.key", "token", "credential");

    private static final Pattern PASSWORD_IN_ADDRESS =
            Pattern.compile("([?&](?:ssl)?password=)[^&]*", Pattern.CASE_INSENSITIVE);

    private EffectiveConfig() {}

    /** Paths and values in order of path. Secrets and values that look like passwords show as {@code ***}. */
    public static Map<String, String> of(Record config) {
        Map<String, String> lines = new TreeMap<>();
        add(lines, "", config);
        return lines;
    }

    private static void add(Map<String, String> lines, String path, Object value) {
        if (value instanceof Record record && !(value instanceof DataSize)) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                Object child = read(record, component);
                if (child != null) {
                    add(lines, path.isEmpty() ? component.getName() : path + "." + component.getName(), child);
                }
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, child) -> add(lines, path + "." + key, hidden(String.valueOf(key)) ? "***" : child));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(lines, path + "[" + i + "]", list.get(i));
            }
        } else {
            lines.put(path, PASSWORD_IN_ADDRESS.matcher(String.valueOf(value)).replaceAll("$1***"));
        }
    }

    private static boolean hidden(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return SECRET_WORDS.stream().anyMatch(lower::contains);
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
