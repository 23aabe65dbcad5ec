package io.callscope.transcribe.recognize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.model.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what Vosk says: {@code {"result":[{"conf":…,"start":…,"end":…,"word":…}],"text":…}}. Stateless. */
final class VoskResult {
    private static final ObjectMapper JSON = new ObjectMapper();

    private VoskResult() {}

    /** The words, when there are any. */
    static Optional<Phrase> parse(String json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            // the cause quotes what was said: it is not kept
            throw new IllegalStateException(
                    "vosk gave a result that is no JSON, %d characters".formatted(json.length()));
        }
        List<Word> words = new ArrayList<>();
        for (JsonNode word : root.path("result")) {
            long start = millis(word.path("start").asDouble());
            long end = Math.max(start, millis(word.path("end").asDouble()));
            double confidence = Math.max(0, Math.min(1, word.path("conf").asDouble()));
            words.add(new Word(word.path("word").asText(), start, end, confidence));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(new Phrase(words));
    }

    private static long millis(double seconds) {
        return Math.max(0, Math.round(seconds * 1000));
    }
}
