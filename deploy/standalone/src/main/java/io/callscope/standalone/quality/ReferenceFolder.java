package io.callscope.standalone.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.model.call.Party;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of recordings with references beside them: {@code NAME.txt} for a recording of which it does not matter who
 * speaks, {@code NAME.agent.txt} and {@code NAME.customer.txt} where both parties are written apart. {@code NAME.json},
 * the metadata as callscope takes them in, may name the party of each channel. Every reference has to have a recording;
 * recordings without a reference are told and left out; other files do not count.
 */
public final class ReferenceFolder {
    private static final String TEXT = ".txt";
    private static final String AGENT = ".agent.txt";
    private static final String CUSTOMER = ".customer.txt";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Says why a file is no recording; empty when it is one. */
    @FunctionalInterface
    public interface AudioCheck {
        Optional<String> whyNot(Path file) throws InterruptedException;
    }

    /**
     * What was found.
     *
     * @param calls by name
     * @param withoutReference names of recordings that nobody wrote down
     */
    public record Found(List<ReferenceCall> calls, List<String> withoutReference) {
        public Found {
            calls = List.copyOf(calls);
            withoutReference = List.copyOf(withoutReference);
        }
    }

    private final AudioCheck audio;

    public ReferenceFolder(AudioCheck audio) {
        this.audio = Objects.requireNonNull(audio, "audio");
    }

    /**
     * Reads a folder, without those below it.
     *
     * @throws IllegalArgumentException naming the file that is missing, empty or no text, and what was expected
     * @throws IOException when the folder cannot be read
     */
    public Found read(Path folder) throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("%s: no such folder".formatted(folder));
        }
        Map<String, Path> references = new TreeMap<>();
        Map<String, List<Path>> others = new TreeMap<>();
        for (Path file : files(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(TEXT)) {
                references.put(name, file);
            } else if (name.lastIndexOf('.') > 0) {
                others.computeIfAbsent(name.substring(0, name.lastIndexOf('.')), any -> new ArrayList<>())
                        .add(file);
            }
        }
        Map<String, Map<Party, List<String>>> said = said(folder, references);
        if (said.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: no reference; expected NAME.txt, or NAME.agent.txt and NAME.customer.txt, beside each recording"
                            .formatted(folder));
        }
        List<ReferenceCall> calls = new ArrayList<>();
        for (Map.Entry<String, Map<Party, List<String>>> call : said.entrySet()) {
            List<Path> beside = others.getOrDefault(call.getKey(), List.of());
            calls.add(new ReferenceCall(
                    call.getKey(), recording(folder, call.getKey(), beside), channels(beside), call.getValue()));
        }
        return new Found(calls, withoutReference(others, said));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Map<String, Map<Party, List<String>>> said(Path folder, Map<String, Path> references)
            throws IOException {
        Map<String, Map<Party, List<String>>> said = new TreeMap<>();
        for (Map.Entry<String, Path> reference : references.entrySet()) {
            String name = reference.getKey();
            Party party = name.endsWith(AGENT) ? Party.AGENT : name.endsWith(CUSTOMER) ? Party.CUSTOMER : Party.UNKNOWN;
            String ending = party == Party.AGENT ? AGENT : party == Party.CUSTOMER ? CUSTOMER : TEXT;
            said.computeIfAbsent(name.substring(0, name.length() - ending.length()), any -> new LinkedHashMap<>())
                    .put(party, lines(reference.getValue()));
        }
        said.forEach((call, parties) -> {
            boolean whole = parties.keySet().equals(Set.of(Party.UNKNOWN))
                    || parties.keySet().equals(Set.of(Party.AGENT, Party.CUSTOMER));
            if (!whole) {
                throw new IllegalArgumentException("%s: found %s; expected either %s or both %s and %s"
                        .formatted(
                                folder.resolve(call),
                                names(call, parties),
                                call + TEXT,
                                call + AGENT,
                                call + CUSTOMER));
            }
        });
        return said;
    }

    private static String names(String call, Map<Party, List<String>> parties) {
        return String.join(
                " and ",
                parties.keySet().stream()
                        .map(party -> call + (party == Party.UNKNOWN ? TEXT : "." + party.id() + TEXT))
                        .toList());
    }

    private static List<String> lines(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("%s: no UTF-8 text".formatted(file), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (lines.stream().noneMatch(line -> line.codePoints().anyMatch(Character::isLetterOrDigit))) {
            throw new IllegalArgumentException("%s: holds no word; expected what was said".formatted(file));
        }
        return lines;
    }

    private Path recording(Path folder, String call, List<Path> beside) throws InterruptedException {
        List<Path> recordings = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Path file : beside) {
            Optional<String> why = isMetadata(file) ? Optional.of("metadata") : audio.whyNot(file);
            if (why.isEmpty()) {
                recordings.add(file);
            } else {
                reasons.add("%s: %s".formatted(file.getFileName(), why.get()));
            }
        }
        if (recordings.size() != 1) {
            String found = recordings.size() > 1
                    ? "%d recordings: %s"
                            .formatted(
                                    recordings.size(),
                                    recordings.stream().map(Path::getFileName).toList())
                    : reasons.isEmpty() ? "none" : "none (%s)".formatted(String.join("; ", reasons));
            throw new IllegalArgumentException(
                    "%s: a reference needs one recording beside it, found %s".formatted(folder.resolve(call), found));
        }
        return recordings.get(0);
    }

    private static boolean isMetadata(Path file) {
        return file.getFileName().toString().endsWith(".json");
    }

    private static List<Party> channels(List<Path> beside) throws IOException {
        List<Party> channels = new ArrayList<>();
        for (Path file : beside) {
            if (isMetadata(file)) {
                try {
                    for (JsonNode party : JSON.readTree(file.toFile()).path("channels")) {
                        channels.add(Party.ofId(party.asText()));
                    }
                } catch (JsonProcessingException | IllegalArgumentException e) {
                    throw new IllegalArgumentException(
                            "%s: expected JSON with channels, a list of agent, customer or unknown".formatted(file), e);
                }
            }
        }
        return channels;
    }

    private List<String> withoutReference(Map<String, List<Path>> others, Map<String, Map<Party, List<String>>> said)
            throws InterruptedException {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, List<Path>> other : others.entrySet()) {
            if (!said.containsKey(other.getKey())) {
                for (Path file : other.getValue()) {
                    if (!isMetadata(file) && audio.whyNot(file).isEmpty()) {
                        names.add(file.getFileName().toString());
                    }
                }
            }
        }
        return names;
    }
}
