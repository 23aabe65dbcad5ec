package io.callscope.ingest.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.ingest.metadata.MetadataException;
import io.callscope.ingest.metadata.MetadataException.FieldProblem;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a transcript that another system made. Stateless and thread-safe. */
final class TranscriptReader {
    private static final int MAX_UTTERANCES = 20_000;

    private TranscriptReader() {}

    /**
     * Reads {@code {"language", "durationMs", "asrModelId", "utterances": [{"party", "startMs", "endMs", "text",
     * "channel", "confidence", "words"}]}}; only the utterances are required.
     *
     * @throws MetadataException naming every field that is wrong, without the words of the call
     */
    static Transcript read(JsonNode source, String language) {
        List<FieldProblem> problems = new ArrayList<>();
        JsonNode list = source.path("utterances");
        if (!list.isArray() || list.size() > MAX_UTTERANCES) {
            throw MetadataException.of(
                    "utterances",
                    "expected a list of at most %d, each with party, startMs, endMs and text"
                            .formatted(MAX_UTTERANCES));
        }
        List<Utterance> read = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Utterance utterance = utterance("utterances[" + i + "]", list.get(i), problems);
            if (utterance != null) {
                read.add(utterance);
            }
        }
        if (!problems.isEmpty()) {
            throw new MetadataException(problems);
        }
        return transcript(source, language, inOrder(read));
    }

    private static Transcript transcript(JsonNode source, String language, List<Utterance> utterances) {
        long lastEnd = utterances.stream().mapToLong(Utterance::endMs).max().orElse(0);
        long durationMs = Math.max(source.path("durationMs").asLong(0), lastEnd);
        int channels = utterances.stream().mapToInt(Utterance::channel).max().orElse(-1) + 1;
        String model = source.path("asrModelId").asText("imported");
        return new Transcript(language, TranscriptSource.IMPORTED, model, null, durationMs, channels, utterances);
    }

    private static @Nullable Utterance utterance(String path, JsonNode node, List<FieldProblem> problems) {
        try {
            Party party = party(node.path("party"));
            if (!node.path("startMs").isIntegralNumber() || !node.path("endMs").isIntegralNumber()) {
                throw new IllegalArgumentException("startMs and endMs: expected whole milliseconds");
            }
            if (!node.path("text").isTextual()) {
                throw new IllegalArgumentException("text: expected what was said");
            }
            if (node.get("text").asText().indexOf('\0') >= 0) {
                // PostgreSQL takes no such character in a text, so the call would be lost further on.
                throw new IllegalArgumentException("text: holds the character U+0000");
            }
            int channel = node.hasNonNull("channel") ? node.get("channel").asInt(-1) : party == Party.AGENT ? 1 : 0;
            Double confidence =
                    node.hasNonNull("confidence") ? node.get("confidence").asDouble(-1) : null;
            return new Utterance(
                    0,
                    channel,
                    party,
                    node.get("startMs").asLong(),
                    node.get("endMs").asLong(),
                    node.get("text").asText(),
                    confidence,
                    words(node.path("words")));
        } catch (IllegalArgumentException e) {
            problems.add(new FieldProblem(path, Objects.requireNonNullElse(e.getMessage(), "not understood")));
            return null;
        }
    }

    /** Does not repeat what stands there: words of the call, where a source has mixed its columns up. */
    private static Party party(JsonNode node) {
        for (Party party : Party.values()) {
            if (party.id().equalsIgnoreCase(node.asText())) {
                return party;
            }
        }
        throw new IllegalArgumentException("party: expected agent, customer or unknown");
    }

    private static List<Word> words(JsonNode list) {
        List<Word> words = new ArrayList<>();
        for (JsonNode word : list) {
            words.add(new Word(
                    word.path("text").asText(),
                    word.path("startMs").asLong(-1),
                    word.path("endMs").asLong(-1),
                    word.path("confidence").asDouble(1)));
        }
        return words;
    }

    private static List<Utterance> inOrder(List<Utterance> read) {
        read.sort(Comparator.comparingLong(Utterance::startMs));
        List<Utterance> numbered = new ArrayList<>();
        for (Utterance u : read) {
            numbered.add(new Utterance(
                    numbered.size(),
                    u.channel(),
                    u.party(),
                    u.startMs(),
                    u.endMs(),
                    u.text(),
                    u.confidence(),
                    u.words()));
        }
        return numbered;
    }
}
