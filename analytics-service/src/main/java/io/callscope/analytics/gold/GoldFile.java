package io.callscope.analytics.gold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.analytics.codebook.CauseDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.ConfigProblems;
import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.analytics.codebook.ReasonDefinition;
import io.callscope.analytics.codebook.SignalDefinition;
import io.callscope.analytics.codebook.StageDefinition;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads labelled calls, one JSON object a line. Unknown fields are ignored; unknown ids are problems, all reported at
 * once with their line. Not thread-safe.
 */
public final class GoldFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Codebook codebook;
    private final ConfigProblems problems = new ConfigProblems();
    private final String file;
    private String place = "";

    private GoldFile(Codebook codebook, String file) {
        this.codebook = codebook;
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidConfigException naming line and value of everything that is no such call
     * @throws UncheckedIOException when the file cannot be read
     */
    public static List<GoldCall> read(Path path, Codebook codebook) {
        try {
            return new GoldFile(codebook, String.valueOf(path.getFileName())).calls(Files.readAllLines(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private List<GoldCall> calls(List<String> lines) {
        List<GoldCall> calls = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            place = file + " line " + (i + 1) + ":";
            if (!lines.get(i).isBlank()) {
                JsonNode node = json(lines.get(i));
                if (node != null) {
                    calls.add(call(node));
                    String id = calls.get(calls.size() - 1).id();
                    if (!ids.add(id)) {
                        problems.add(place + " id", id, "an id of its own");
                    }
                }
            }
        }
        problems.throwIfAny();
        return List.copyOf(calls);
    }

    private @Nullable JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            problems.add(place, "", "JSON: " + e.getOriginalMessage());
            return null;
        }
    }

    private GoldCall call(JsonNode node) {
        String id = node.path("id").asText("");
        if (id.isEmpty()) {
            problems.add(place + " id", "", "the call's id");
        }
        place = file + " line " + place.replaceAll("\\D+(\\d+):$", "$1") + " (" + id + "):";
        JsonNode gold = node.path("gold");
        Transcript transcript = transcript(node);
        int utterances = transcript.utterances().size();
        return new GoldCall(
                id,
                transcript,
                marks(gold, "barriers", utterances),
                marks(gold, "drivers", utterances),
                signals(gold.path("signals")),
                known(gold, "reason", ids(codebook.reasons(), ReasonDefinition::id), "a contact reason"),
                gold.path("repeatSaid").asBoolean(false),
                known(gold, "repeatCause", ids(codebook.causes(), CauseDefinition::id), "a repeat cause"),
                resolution(gold),
                gold.path("evidenceSufficient").asBoolean(true));
    }

    private static <T> Set<String> ids(Collection<T> items, java.util.function.Function<T, String> id) {
        return items.stream().map(id).collect(Collectors.toSet());
    }

    private Transcript transcript(JsonNode node) {
        List<Utterance> utterances = new ArrayList<>();
        List<JsonNode> nodes = new ArrayList<>();
        node.path("utterances").forEach(nodes::add);
        // an utterance that begins before the one ahead of it would shift the indices of the evidence
        long start = 0;
        for (JsonNode item : nodes) {
            start = Math.max(start, item.path("startMs").asLong());
            Party party = party(item.path("party").asText("unknown"));
            utterances.add(new Utterance(
                    utterances.size(),
                    party == Party.AGENT ? 1 : 0,
                    party,
                    start,
                    Math.max(start, item.path("endMs").asLong()),
                    item.path("text").asText(""),
                    null,
                    List.of()));
        }
        long end = utterances.stream()
                .map(Utterance::endMs)
                .max(Comparator.naturalOrder())
                .orElse(0L);
        String language = node.path("language").asText("ru");
        return new Transcript(language, TranscriptSource.IMPORTED, "gold", null, end, 2, utterances);
    }

    private Party party(String word) {
        return Arrays.stream(Party.values())
                .filter(party -> party.id().equals(word))
                .findFirst()
                .orElseGet(() -> {
                    problems.addUnknown(place + " party", word, "a party", List.of("agent", "customer", "unknown"));
                    return Party.UNKNOWN;
                });
    }

    private List<GoldCall.GoldMark> marks(JsonNode gold, String field, int utteranceCount) {
        List<GoldCall.GoldMark> marks = new ArrayList<>();
        for (JsonNode item : gold.path(field)) {
            List<String> forces = Arrays.stream(Force.values()).map(Force::id).toList();
            String force = known(item, "force", forces, "a force");
            List<Integer> utterances = new ArrayList<>();
            for (JsonNode index : item.path("utterances")) {
                if (index.asInt(-1) < 0 || index.asInt() >= utteranceCount) {
                    problems.add(
                            place + " " + field + ".utterances",
                            index.asText(),
                            "an index from 0 to " + (utteranceCount - 1));
                }
                utterances.add(index.asInt());
            }
            if (force != null && forces.contains(force)) {
                marks.add(new GoldCall.GoldMark(
                        Force.ofId(force),
                        known(
                                item,
                                "code",
                                codebook.codes().stream().map(c -> c.id()).toList(),
                                "a code"),
                        known(item, "stage", ids(codebook.stages(), StageDefinition::id), "a stage"),
                        utterances));
            } else if (force == null) {
                problems.add(place + " " + field + ".force", "", "a force");
            }
        }
        return marks;
    }

    private @Nullable Set<String> signals(JsonNode node) {
        if (!node.isArray()) {
            return null;
        }
        Set<String> known = ids(codebook.signals(), SignalDefinition::id);
        Set<String> signals = new HashSet<>();
        for (JsonNode item : node) {
            if (!known.contains(item.asText())) {
                problems.addUnknown(place + " signals", item.asText(), "a signal", known);
            }
            signals.add(item.asText());
        }
        return signals;
    }

    private Resolution resolution(JsonNode gold) {
        List<String> known =
                Arrays.stream(Resolution.values()).map(Resolution::id).toList();
        String word = known(gold, "resolution", known, "a resolution");
        return word == null || !known.contains(word) ? Resolution.UNKNOWN : Resolution.ofId(word);
    }

    private @Nullable String known(JsonNode node, String field, Collection<String> known, String what) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!known.contains(value.asText())) {
            problems.addUnknown(place + " " + field, value.asText(), what, known);
        }
        return value.asText();
    }
}
