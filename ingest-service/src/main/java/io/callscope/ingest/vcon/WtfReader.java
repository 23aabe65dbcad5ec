package io.callscope.ingest.vcon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.ingest.metadata.MetadataException.FieldProblem;
import io.callscope.model.call.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One transcript of a vCon, in the World Transcription Format or another that has {@code segments} with {@code start},
 * {@code end} in seconds and {@code text}. Turns it into the form of {@code PUT /api/transcripts}. Immutable.
 *
 * @param path where it stands
 * @param dialog place of the dialog that it is of
 * @param body what it says
 */
record WtfReader(String path, int dialog, JsonNode body) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double LONGEST_SECONDS = 1e7;

    /** Empty when it has no body that can be understood. */
    static Optional<WtfReader> of(String path, JsonNode analysis) {
        JsonNode body = jsonBody(analysis);
        JsonNode dialog = analysis.path("dialog");
        int place = dialog.isArray() ? dialog.path(0).asInt() : dialog.asInt();
        return body.path("segments").isArray() ? Optional.of(new WtfReader(path, place, body)) : Optional.empty();
    }

    /** A body is a JSON value; earlier drafts had it as a string that holds JSON. */
    static JsonNode jsonBody(JsonNode node) {
        JsonNode body = node.path("body");
        if (!body.isTextual()) {
            return body;
        }
        try {
            return JSON.readTree(body.asText());
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    /** Language of the speech, when it says one. */
    Optional<String> language() {
        JsonNode language = body.path("transcript").path("language");
        return language.isTextual() ? Optional.of(language.asText()) : Optional.empty();
    }

    /**
     * @param parties what each party of the vCon is
     * @param channels the party of each channel by its place, −1 for several
     * @throws VconException naming every segment that is wrong, without its words
     */
    ObjectNode read(JsonNode vcon, List<Party> parties, List<Integer> channels) {
        List<FieldProblem> problems = new ArrayList<>();
        ObjectNode source = JSON.createObjectNode();
        JsonNode model = body.path("metadata").path("model");
        if (model.isTextual()) {
            source.set("asrModelId", model);
        }
        JsonNode duration = body.path("transcript").path("duration");
        source.put("durationMs", isSeconds(duration) ? milliseconds(duration) : 0);
        ArrayNode utterances = source.putArray("utterances");
        for (int i = 0; i < body.path("segments").size(); i++) {
            String at = "%s.body.segments[%d]".formatted(path, i);
            JsonNode segment = body.path("segments").get(i);
            if (!isSeconds(segment.path("start")) || !isSeconds(segment.path("end"))) {
                problems.add(new FieldProblem(at, "expected start and end in seconds, none negative"));
            } else if (!segment.path("text").isTextual()) {
                problems.add(new FieldProblem(at + ".text", "expected what was said"));
            } else {
                utterance(utterances.addObject(), at, segment, vcon, parties, channels, problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new VconException(problems);
        }
        return source;
    }

    private void utterance(
            ObjectNode utterance,
            String at,
            JsonNode segment,
            JsonNode vcon,
            List<Party> parties,
            List<Integer> channels,
            List<FieldProblem> problems) {
        int speaker = speaker(at, segment.path("speaker"), vcon, problems);
        utterance.put("party", (speaker < 0 ? Party.UNKNOWN : parties.get(speaker)).id());
        utterance.put("startMs", milliseconds(segment.get("start")));
        utterance.put("endMs", milliseconds(segment.get("end")));
        utterance.set("text", segment.get("text"));
        if (segment.path("confidence").isNumber()) {
            utterance.set("confidence", segment.get("confidence"));
        }
        JsonNode channel = segment.path("channel");
        int place = channel.isIntegralNumber() ? channel.asInt() : Math.max(0, channels.indexOf(speaker));
        if (place < 0 || place >= Math.max(1, channels.size())) {
            problems.add(new FieldProblem(
                    at + ".channel", "expected one of the %d that the dialog has".formatted(channels.size())));
        }
        utterance.put("channel", Math.max(0, place));
        words(utterance.putArray("words"), at, segment.path("words"), problems);
    }

    /** By its place among the parties, or by a label that says the role; −1 when it is nobody's that is known. */
    private int speaker(String at, JsonNode speaker, JsonNode vcon, List<FieldProblem> problems) {
        int parties = vcon.path("parties").size();
        if (speaker.isIntegralNumber()) {
            if (speaker.asLong() < 0 || speaker.asLong() >= parties) {
                problems.add(new FieldProblem(
                        at + ".speaker", "expected a place in parties, which has %d".formatted(parties)));
                return -1;
            }
            return speaker.asInt();
        }
        String label =
                body.path("speakers").path(speaker.asText()).path("label").asText(speaker.asText());
        for (int i = 0; i < parties; i++) {
            JsonNode party = vcon.path("parties").get(i);
            boolean same = label.equalsIgnoreCase(party.path("role").asText())
                    || label.equals(party.path("name").asText())
                    || label.equals(party.path("uuid").asText());
            if (!label.isEmpty() && same) {
                return i;
            }
        }
        return -1;
    }

    /** Words stand in the segment, or it names their places in the list of all. */
    private void words(ArrayNode words, String at, JsonNode list, List<FieldProblem> problems) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode word = list.get(i);
            if (word.isIntegralNumber()) {
                word = body.path("words").path(word.asInt());
            }
            if (!isSeconds(word.path("start"))
                    || !isSeconds(word.path("end"))
                    || !word.path("text").isTextual()) {
                problems.add(new FieldProblem(
                        "%s.words[%d]".formatted(at, i), "expected a word with start, end and text, or its place"));
                return;
            }
            words.addObject()
                    .put("startMs", milliseconds(word.get("start")))
                    .put("endMs", milliseconds(word.get("end")))
                    .put("confidence", word.path("confidence").asDouble(1))
                    .set("text", word.get("text"));
        }
    }

    private static boolean isSeconds(JsonNode node) {
        return node.isNumber() && node.asDouble() >= 0 && node.asDouble() < LONGEST_SECONDS;
    }

    private static long milliseconds(JsonNode seconds) {
        return Math.round(seconds.asDouble() * 1000);
    }
}
