package io.callscope.ingest.vcon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.ingest.metadata.MetadataException.FieldProblem;
import io.callscope.model.call.CallId;
import io.callscope.model.call.Party;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the call in a vCon: a recording that stands in it, else a transcript. Addresses are never fetched. Stateless,
 * thread-safe.
 */
final class VconReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OWN_METADATA = "callscope-metadata";
    private static final List<String> OWN_FIELDS =
            List.of("agentId", "team", "queue", "direction", "product", "language", "stage", "attributes");

    private final ObjectNode vcon;
    private final List<String> leftOut = new ArrayList<>();

    private VconReader(ObjectNode vcon) {
        this.vcon = vcon;
    }

    /**
     * @throws VconException naming every place that is wrong
     */
    static VconCall read(byte[] body) {
        ObjectNode vcon = VconForm.of(parse(body));
        List<FieldProblem> problems = VconChecks.problems(vcon);
        if (!problems.isEmpty()) {
            throw new VconException(problems);
        }
        return new VconReader(vcon).call();
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw VconException.of("body", "no valid JSON; expected a vCon");
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private VconCall call() {
        List<Integer> recordings = new ArrayList<>();
        for (int i = 0; i < vcon.path("dialog").size(); i++) {
            JsonNode dialog = vcon.path("dialog").get(i);
            if (dialog.path("type").asText().equals("recording") && dialog.has("body")) {
                recordings.add(i);
            } else if (dialog.has("url")) {
                leftOut.add("dialog[%d]: its address is not fetched".formatted(i));
            }
        }
        if (recordings.size() > 1) {
            throw VconException.of(
                    "dialog", "%d recordings; expected one vCon for each call".formatted(recordings.size()));
        }
        Optional<WtfReader> transcript = transcript();
        if (recordings.isEmpty() && transcript.isEmpty()) {
            throw VconException.of(
                    "dialog",
                    "no recording with a body and no transcript with one; expected either: addresses are not fetched");
        }
        if (!recordings.isEmpty()) {
            int place = recordings.get(0);
            transcript.ifPresent(it -> leftOut.add(it.path() + ": its recording is recognised here"));
            return recorded(place);
        }
        WtfReader reader = transcript.orElseThrow();
        JsonNode dialog = vcon.path("dialog").path(reader.dialog());
        ObjectNode metadata = metadata(dialog);
        reader.language().filter(any -> !metadata.has("language")).ifPresent(it -> metadata.put("language", it));
        ObjectNode source = reader.read(vcon, parties(), channels(dialog));
        source.set("metadata", metadata);
        return new VconCall(callId(dialog), metadata, new VconCall.Transcript(source), leftOut);
    }

    private VconCall recorded(int place) {
        JsonNode dialog = vcon.path("dialog").get(place);
        String path = "dialog[%d]".formatted(place);
        if (!dialog.path("encoding").asText().equals("base64url")) {
            throw VconException.of(path + ".encoding", "expected base64url for a recording");
        }
        List<Integer> channels = channels(dialog);
        return new VconCall(
                callId(dialog),
                metadata(dialog),
                new VconCall.Recording(dialog.path("body").asText(), path + ".body", channels.size()),
                leftOut);
    }

    /** The first in the common format, else the first that looks like it. */
    private Optional<WtfReader> transcript() {
        Optional<WtfReader> found = Optional.empty();
        for (String type : new String[] {"wtf_transcription", "transcript"}) {
            for (int i = 0; i < vcon.path("analysis").size(); i++) {
                JsonNode analysis = vcon.path("analysis").get(i);
                if (analysis.path("type").asText().equals(type)) {
                    String path = "analysis[%d]".formatted(i);
                    Optional<WtfReader> reader = WtfReader.of(path, analysis);
                    if (reader.isEmpty()) {
                        leftOut.add(path + ": expected a JSON body with segments");
                    } else if (found.isPresent()) {
                        leftOut.add(path + ": another transcript was taken");
                    } else {
                        found = reader;
                    }
                }
            }
        }
        return found;
    }

    private CallId callId(JsonNode dialog) {
        for (String id : new String[] {
            ownMetadata().path("callId").asText(),
            dialog.path("interaction_id").asText(),
            vcon.path("uuid").asText()
        }) {
            try {
                return new CallId(id);
            } catch (IllegalArgumentException notOne) {
                // the next of them
            }
        }
        throw VconException.of("uuid", "expected a UUID");
    }

    private JsonNode ownMetadata() {
        for (JsonNode attachment : vcon.path("attachments")) {
            if (attachment.path("purpose").asText().equals(OWN_METADATA)) {
                return WtfReader.jsonBody(attachment);
            }
        }
        return JSON.createObjectNode();
    }

    private ObjectNode metadata(JsonNode dialog) {
        ObjectNode metadata = JSON.createObjectNode();
        metadata.set("startedAt", dialog.has("start") ? dialog.get("start") : vcon.get("created_at"));
        JsonNode own = ownMetadata();
        for (String field : OWN_FIELDS) {
            if (own.hasNonNull(field)) {
                metadata.set(field, own.get(field));
            }
        }
        if (!metadata.has("queue") && dialog.path("skill").isTextual()) {
            metadata.set("queue", dialog.get("skill"));
        }
        for (JsonNode party : vcon.path("parties")) {
            put(metadata, party);
        }
        ArrayNode channels = metadata.putArray("channels");
        channels(dialog).forEach(place -> channels.add(partyAt(place).id()));
        return metadata;
    }

    /** The number is hashed where all numbers are, and is kept nowhere. */
    private static void put(ObjectNode metadata, JsonNode party) {
        Party role = roleOf(party);
        if (role == Party.AGENT && party.path("name").isTextual() && !metadata.has("agentName")) {
            metadata.set("agentName", party.get("name"));
            if (!metadata.has("agentId") && party.path("uuid").isTextual()) {
                metadata.set("agentId", party.get("uuid"));
            }
        }
        if (role == Party.CUSTOMER && party.path("tel").isTextual() && !metadata.has("customerNumber")) {
            metadata.put("customerNumber", party.get("tel").asText().replaceFirst("^tel:", ""));
        }
    }

    private List<Party> parties() {
        List<Party> parties = new ArrayList<>();
        vcon.path("parties").forEach(party -> parties.add(roleOf(party)));
        return parties;
    }

    private Party partyAt(@Nullable Integer place) {
        return place == null || place < 0 ? Party.UNKNOWN : parties().get(place);
    }

    private static Party roleOf(JsonNode party) {
        String role = party.path("role").asText();
        return role.equalsIgnoreCase("agent")
                ? Party.AGENT
                : role.equalsIgnoreCase("customer") ? Party.CUSTOMER : Party.UNKNOWN;
    }

    /** The party of each channel; −1 where several or none are in it. A single number says who took part, not where. */
    private static List<Integer> channels(JsonNode dialog) {
        List<Integer> channels = new ArrayList<>();
        for (JsonNode party : dialog.path("parties")) {
            channels.add(party.isIntegralNumber() ? party.asInt() : -1);
        }
        return channels;
    }
}
