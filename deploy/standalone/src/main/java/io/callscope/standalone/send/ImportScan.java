package io.callscope.standalone.send;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.model.call.CallId;
import io.callscope.model.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds what there is to send. In folders: files with an audio ending, and JSON files that hold utterances. A file that
 * is named outright is sent whatever its ending; whether it is audio is for the service to say. Stateless.
 */
public final class ImportScan {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> AUDIO_ENDINGS = Set.of(
            "wav", "wave", "flac", "mp3", "ogg", "oga", "opus", "m4a", "mp4", "aac", "amr", "awb", "gsm", "wma", "webm",
            "au", "aif", "aiff", "g729", "3gp", "mka", "spx");
    private static final int DERIVED_ID_HEX_DIGITS = 32;

    private ImportScan() {}

    /**
     * @param items to send, in the order of the names
     * @param ignored files of folders that are neither audio nor transcript nor the sidecar of a recording
     */
    public record Found(List<ImportItem> items, List<Path> ignored) {
        public Found {
            items = List.copyOf(items);
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * Looks at files, and into folders with all that is under them.
     *
     * @throws NoSuchFileException when one does not exist
     */
    public static Found of(List<Path> paths) throws IOException {
        List<ImportItem> items = new ArrayList<>();
        List<Path> ignored = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                for (Path file : filesUnder(path)) {
                    addFromFolder(file, items, ignored);
                }
            } else if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            } else if (ending(path).equals("json")) {
                items.add(item(path, ImportItem.Kind.TRANSCRIPT));
            } else {
                items.add(item(path, ImportItem.Kind.RECORDING));
            }
        }
        return new Found(items, ignored);
    }

    private static void addFromFolder(Path file, List<ImportItem> items, List<Path> ignored) throws IOException {
        if (AUDIO_ENDINGS.contains(ending(file))) {
            items.add(item(file, ImportItem.Kind.RECORDING));
        } else if (ending(file).equals("json") && holdsUtterances(file)) {
            items.add(item(file, ImportItem.Kind.TRANSCRIPT));
        } else if (!isSidecar(file)) {
            ignored.add(file);
        }
    }

    private static List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static ImportItem item(Path file, ImportItem.Kind kind) throws IOException {
        return new ImportItem(callId(file), file, kind, kind == ImportItem.Kind.RECORDING ? sidecar(file) : null);
    }

    /** The file's name where that is a call id; otherwise the content's hash, as ingest-service itself derives it. */
    private static String callId(Path file) throws IOException {
        String name = stem(file);
        try {
            return new CallId(name).value();
        } catch (IllegalArgumentException noCallId) {
            return sha256(file).substring(0, DERIVED_ID_HEX_DIGITS);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Sha256.hex(bytes);
        }
    }

    private static @Nullable Path sidecar(Path recording) {
        Path sidecar = recording.resolveSibling(stem(recording) + ".json");
        return Files.isRegularFile(sidecar) ? sidecar : null;
    }

    private static boolean isSidecar(Path file) throws IOException {
        if (!ending(file).equals("json")) {
            return false;
        }
        Path folder = file.toAbsolutePath().getParent();
        try (Stream<Path> siblings = Files.list(folder)) {
            return siblings.anyMatch(sibling ->
                    AUDIO_ENDINGS.contains(ending(sibling)) && stem(sibling).equals(stem(file)));
        }
    }

    /** Whether it is a JSON object with a field "utterances"; reads no further than that field. */
    private static boolean holdsUtterances(Path file) throws IOException {
        try (JsonParser parser = JSON.getFactory().createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                if (parser.currentName().equals("utterances")) {
                    return true;
                }
                parser.nextToken();
                parser.skipChildren();
            }
            return false;
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
