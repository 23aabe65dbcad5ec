package io.callscope.standalone.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.callscope.kit.config.HttpConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the configuration that each service gets on one machine: what {@code deploy/config} says, with the addresses
 * of the embedded broker and database and with folders of the data folder in place of what stood there. Not
 * thread-safe.
 */
public final class ServiceConfigs {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    static final String DATABASE_USER = "callscope";

    private static final String SECRET_FILE = "file:";

    private final DataLayout layout;
    private final PortPlan ports;

    public ServiceConfigs(DataLayout layout, PortPlan ports) {
        this.layout = layout;
        this.ports = ports;
    }

    /**
     * Writes the file of one service.
     *
     * @param service its name, such as {@code ingest}
     * @return the file written
     * @throws IllegalArgumentException when the shipped file is no YAML object; the message names it
     */
    public Path write(String service) throws IOException {
        Path shipped = layout.shippedConfig().resolve(service + ".yaml");
        ObjectNode config = read(shipped);
        resolvePaths(config, layout.shippedConfig());
        if (service.equals("ingest")) {
            // With another secret the calls of one customer would no longer be linked.
            SecretFile.ensure(layout.customerKeySecret());
        }
        addresses(service).forEach((path, value) -> set(config, path, value));
        Files.createDirectories(layout.effectiveConfig());
        Path written = layout.effectiveConfig().resolve(service + ".yaml");
        Files.writeString(
                written,
                "# Written at every start out of %s; changes made here are lost.%n%s"
                        .formatted(shipped, YAML.writeValueAsString(config)));
        return written;
    }

    private Map<String, Object> addresses(String service) {
        Map<String, Object> values = new TreeMap<>();
        values.put("kafka.bootstrapServers", "127.0.0.1:" + ports.broker());
        // One broker has no replica to fall back on: what it acknowledges is on disk.
        values.put("kafka.flushEveryEvent", "true");
        switch (service) {
            case "ingest" -> {
                putDatabase(values);
                putHttp(values, "http", HttpConfig.local(ports.ingest()));
                putHttp(values, "ops", HttpConfig.local(ports.ingestOps()));
                values.put("spoolDir", layout.spool());
                values.put("customerKeySecret", SECRET_FILE + layout.customerKeySecret());
            }
            case "transcribe" -> {
                putHttp(values, "ops", HttpConfig.local(ports.transcribeOps()));
                values.put("modelsDir", layout.models());
                values.put("workDir", layout.work().resolve("transcribe"));
            }
            case "analytics" -> {
                putDatabase(values);
                putHttp(values, "http", HttpConfig.local(ports.web()));
                putHttp(values, "ops", HttpConfig.local(ports.analyticsOps()));
                values.put("workDir", layout.work().resolve("analytics"));
            }
            default -> throw new IllegalArgumentException("no service \"%s\"".formatted(service));
        }
        return values;
    }

    private void putDatabase(Map<String, Object> values) {
        values.put("database.url", ports.databaseUrl());
        values.put("database.user", DATABASE_USER);
        values.put("database.password", SECRET_FILE + layout.database().resolve("password"));
    }

    private static void putHttp(Map<String, Object> values, String key, HttpConfig http) {
        values.put(key + ".host", http.host());
        values.put(key + ".port", http.port());
    }

    private static ObjectNode read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return YAML.createObjectNode();
        }
        try {
            JsonNode tree = YAML.readTree(Files.readString(file));
            if (tree instanceof ObjectNode object) {
                return object;
            }
            if (tree == null || tree.isMissingNode() || tree.isNull()) {
                return YAML.createObjectNode();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("%s: no valid YAML: %s".formatted(file, e.getOriginalMessage()), e);
        }
        throw new IllegalArgumentException("%s: expected keys and values".formatted(file));
    }

    /** The written file lies elsewhere: what names a file beside the shipped one must go on naming it. */
    private static void resolvePaths(JsonNode node, Path base) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(resolved(entry.getValue(), base)));
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                array.set(index, resolved(array.get(index), base));
            }
        }
    }

    private static JsonNode resolved(JsonNode value, Path base) {
        if (!value.isTextual()) {
            resolvePaths(value, base);
            return value;
        }
        String text = value.textValue();
        String prefix = text.startsWith(SECRET_FILE) ? SECRET_FILE : "";
        String name = text.substring(prefix.length());
        if (name.isBlank() || !name.matches("[\\w./-]+") || !Files.exists(base.resolve(name))) {
            return value;
        }
        return TextNode.valueOf(prefix + base.resolve(name).toAbsolutePath().normalize());
    }

    private static void set(ObjectNode root, String path, Object value) {
        String[] names = path.split("\\.");
        ObjectNode parent = root;
        for (int index = 0; index < names.length - 1; index++) {
            parent = parent.get(names[index]) instanceof ObjectNode child ? child : parent.putObject(names[index]);
        }
        String last = names[names.length - 1];
        if (value instanceof Integer number) {
            parent.put(last, number);
        } else {
            parent.put(last, value.toString());
        }
    }
}
