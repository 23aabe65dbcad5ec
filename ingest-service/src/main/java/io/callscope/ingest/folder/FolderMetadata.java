package io.callscope.ingest.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.ingest.metadata.MetadataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is known about a recording in the folder: in its sidecar {@code NAME.json}, else in the row of
 * {@code manifest.csv} whose column {@code file} names it, else in its name. Confined to the watching thread.
 */
final class FolderMetadata {
    static final String MANIFEST = "manifest.csv";
    /** Excel writes it ahead of the first column's name. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern GROUP_NAME = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private final Path folder;
    private final @Nullable Pattern namePattern;

    FolderMetadata(Path folder, @Nullable Pattern namePattern) {
        this.folder = folder;
        this.namePattern = namePattern;
    }

    /**
     * The metadata and, when a source names one, the field {@code callId}.
     *
     * @throws MetadataException when there is a source that cannot be read
     */
    Optional<ObjectNode> of(Path recording) throws IOException {
        Path sidecar = sidecarOf(recording);
        if (Files.isRegularFile(sidecar)) {
            return Optional.of(readSidecar(sidecar));
        }
        Optional<ObjectNode> row = manifestRow(recording);
        return row.isPresent() ? row : fromName(recording);
    }

    static Path sidecarOf(Path recording) {
        return recording.resolveSibling(baseName(recording) + ".json");
    }

    static String baseName(Path recording) {
        String name = Objects.requireNonNull(recording.getFileName()).toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private static ObjectNode readSidecar(Path sidecar) throws IOException {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(sidecar));
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw MetadataException.of("sidecar " + sidecar.getFileName(), "no valid JSON");
        }
        throw MetadataException.of("sidecar " + sidecar.getFileName(), "expected a JSON object");
    }

    private Optional<ObjectNode> manifestRow(Path recording) throws IOException {
        Path manifest = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            return Optional.empty();
        }
        String wanted = Objects.requireNonNull(recording.getFileName()).toString();
        try {
            return rowOf(wanted, Files.readString(manifest, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            throw MetadataException.of(MANIFEST, "expected a CSV file in UTF-8");
        } catch (IllegalArgumentException | UncheckedIOException | CSVException e) {
            // The parser's message quotes the file, which holds phone numbers.
            throw MetadataException.of(MANIFEST, "no valid CSV; expected a header row with a column named file");
        }
    }

    private static Optional<ObjectNode> rowOf(String wanted, String manifest) throws IOException {
        String text = manifest.startsWith(BYTE_ORDER_MARK) ? manifest.substring(1) : manifest;
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setDelimiter(delimiterOf(text))
                .get();
        try (CSVParser rows = CSVParser.parse(text, format)) {
            if (!rows.getHeaderNames().contains("file")) {
                throw MetadataException.of(MANIFEST, "expected a header row with a column named file");
            }
            for (CSVRecord row : rows) {
                if (row.isSet("file") && wanted.equals(row.get("file"))) {
                    return Optional.of(ofRow(row));
                }
            }
        }
        return Optional.empty();
    }

    private static String delimiterOf(String text) {
        return text.lines().findFirst().orElse("").contains(";") ? ";" : ",";
    }

    private static ObjectNode ofRow(CSVRecord row) {
        ObjectNode metadata = JSON.createObjectNode();
        for (Map.Entry<String, String> cell : row.toMap().entrySet()) {
            if (!cell.getKey().equals("file") && !cell.getValue().isBlank()) {
                put(metadata, cell.getKey(), cell.getValue());
            }
        }
        return metadata;
    }

    private Optional<ObjectNode> fromName(Path recording) {
        if (namePattern == null) {
            return Optional.empty();
        }
        Matcher matcher = namePattern.matcher(baseName(recording));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ObjectNode metadata = JSON.createObjectNode();
        Matcher groups = GROUP_NAME.matcher(namePattern.pattern());
        while (groups.find()) {
            String value = matcher.group(groups.group(1));
            if (value != null) {
                put(metadata, groups.group(1), value);
            }
        }
        return Optional.of(metadata);
    }

    private static void put(ObjectNode metadata, String field, String value) {
        if (field.equals("channels")) {
            ArrayNode channels = metadata.putArray(field);
            for (String channel : value.split("[,|/ ]+", -1)) {
                channels.add(channel);
            }
        } else {
            metadata.put(field, value);
        }
    }
}
