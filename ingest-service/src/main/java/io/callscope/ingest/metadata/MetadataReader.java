package io.callscope.ingest.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.callscope.ingest.metadata.MetadataException.FieldProblem;
import io.callscope.kit.config.NearestWord;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a source says about a call. Known fields are checked; an unknown field with a single value is kept under
 * the attributes and never dropped; one that looks like a misspelt known field is a problem. Thread-safe.
 */
public final class MetadataReader {
    /** The fields that are understood. */
    public static final List<String> FIELDS = List.of(
            "startedAt",
            "agentId",
            "agentName",
            "team",
            "queue",
            "direction",
            "customerNumber",
            "customerId",
            "product",
            "language",
            "channels",
            "stage",
            "attributes");

    private static final int MAX_TEXT = 500;
    private static final int MAX_ATTRIBUTE = 4_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StartTimes startTimes;
    private final PhoneNumbers phoneNumbers;
    private final CustomerKeys customerKeys;
    private final String defaultLanguage;

    public MetadataReader(
            StartTimes startTimes, PhoneNumbers phoneNumbers, CustomerKeys customerKeys, String defaultLanguage) {
        this.startTimes = startTimes;
        this.phoneNumbers = phoneNumbers;
        this.customerKeys = customerKeys;
        this.defaultLanguage = defaultLanguage;
    }

    /**
     * Reads metadata as JSON text.
     *
     * @throws MetadataException naming every field that is wrong
     */
    public CallMetadata read(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw MetadataException.of("metadata", "no valid JSON; expected an object with the fields " + FIELDS);
        }
    }

    /**
     * Reads metadata.
     *
     * @throws MetadataException naming every field that is wrong
     */
    public CallMetadata read(@Nullable JsonNode metadata) {
        if (metadata == null || !metadata.isObject()) {
            throw MetadataException.of("metadata", "expected an object with the fields " + FIELDS);
        }
        Reading reading = new Reading(metadata);
        CallMetadata result = reading.result();
        if (result == null || !reading.problems.isEmpty()) {
            throw new MetadataException(reading.problems);
        }
        return result;
    }

    /** One reading: collects problems on the way. */
    private final class Reading {
        private final JsonNode source;
        private final List<FieldProblem> problems = new ArrayList<>();

        Reading(JsonNode source) {
            this.source = source;
        }

        @Nullable
        CallMetadata result() {
            Map<String, String> attributes = attributes();
            Instant startedAt = parsed("startedAt", text -> startTimes.read("startedAt", text));
            if (startedAt == null && !source.hasNonNull("startedAt")) {
                problem("startedAt", "is required: when the call began, such as 2026-10-12T14:05:00+03:00");
            }
            Direction direction = parsed("direction", Direction::ofId);
            CustomerRef customer = customer();
            String language = language();
            List<Party> channels = channels();
            String agentId = text("agentId");
            String agentName = text("agentName");
            String team = text("team");
            String queue = text("queue");
            String product = text("product");
            String stage = text("stage");
            if (startedAt == null || !problems.isEmpty()) {
                return null;
            }
            return new CallMetadata(
                    startedAt,
                    agentId,
                    agentName,
                    team,
                    queue,
                    direction,
                    customer,
                    product,
                    language,
                    channels,
                    stage,
                    attributes);
        }

        private @Nullable CustomerRef customer() {
            String id = text("customerId");
            String number = text("customerNumber");
            if (id != null) {
                return customerKeys.ofId(id);
            }
            if (number == null) {
                return null;
            }
            try {
                return phoneNumbers
                        .normalised("customerNumber", number)
                        .map(customerKeys::ofNumber)
                        .orElse(null);
            } catch (MetadataException e) {
                problems.addAll(e.problems());
                return null;
            }
        }

        private String language() {
            String text = text("language");
            if (text == null) {
                return defaultLanguage;
            }
            String primary = text.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
            if (!primary.matches("[a-z]{2,3}")) {
                problem("language", "\"%s\": expected a language such as ru, en or ru-RU".formatted(text));
            }
            return primary;
        }

        private List<Party> channels() {
            JsonNode node = source.get("channels");
            if (node == null || node.isNull()) {
                return List.of();
            }
            if (!node.isArray()) {
                problem("channels", "expected a list of agent, customer or unknown, one for each channel");
                return List.of();
            }
            List<Party> parties = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                try {
                    parties.add(Party.ofId(node.get(i).asText()));
                } catch (IllegalArgumentException e) {
                    problem("channels[" + i + "]", Objects.requireNonNull(e.getMessage()));
                }
            }
            return parties;
        }

        private Map<String, String> attributes() {
            Map<String, String> kept = new LinkedHashMap<>();
            source.properties().forEach(field -> {
                if (!FIELDS.contains(field.getKey())) {
                    keep(kept, field.getKey(), field.getValue());
                }
            });
            JsonNode given = source.get("attributes");
            if (given != null && given.isObject()) {
                given.properties()
                        .forEach(field -> put(kept, "attributes." + field.getKey(), field.getKey(), field.getValue()));
            } else if (given != null && !given.isNull()) {
                problem("attributes", "expected an object of single values");
            }
            return kept;
        }

        private void keep(Map<String, String> kept, String name, JsonNode value) {
            String meant = NearestWord.to(name, FIELDS);
            if (meant != null) {
                problem(
                        name,
                        "unknown field; did you mean \"%s\"? Put what is really called so under attributes"
                                .formatted(meant));
            } else {
                put(kept, name, name, value);
            }
        }

        private void put(Map<String, String> kept, String path, String name, JsonNode value) {
            if (!value.isValueNode()) {
                problem(path, "expected a single value");
            } else if (!value.isNull() && isFit(path, value.asText(), MAX_ATTRIBUTE)) {
                kept.put(name, value.asText());
            }
        }

        private <T> @Nullable T parsed(String field, Function<String, T> parser) {
            String text = text(field);
            if (text == null) {
                return null;
            }
            try {
                return parser.apply(text);
            } catch (MetadataException e) {
                problems.addAll(e.problems());
            } catch (IllegalArgumentException e) {
                problem(field, Objects.requireNonNull(e.getMessage()));
            }
            return null;
        }

        private @Nullable String text(String field) {
            JsonNode node = source.get(field);
            if (node == null || node.isNull()) {
                return null;
            }
            if (!node.isValueNode()) {
                problem(field, "expected a single value");
                return null;
            }
            String text = node.asText();
            return text.isBlank() || !isFit(field, text, MAX_TEXT) ? null : text;
        }

        private boolean isFit(String field, String text, int maxLength) {
            if (text.length() > maxLength) {
                problem(field, "%d characters, expected at most %d".formatted(text.length(), maxLength));
                return false;
            }
            // PostgreSQL takes no such character in a text, so the call would be lost further on.
            if (text.indexOf('\0') >= 0) {
                problem(field, "holds the character U+0000");
                return false;
            }
            return true;
        }

        private void problem(String field, String message) {
            problems.add(new FieldProblem(field, message));
        }
    }
}
