package io.callscope.analytics.vcon;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.store.CallDetail.StoredAnalysis;
import io.callscope.analytics.store.CallDetail.StoredTranscript;
import io.callscope.analytics.store.CallEntry;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.hash.Sha256;
import io.callscope.model.json.EventJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a call as a vCon: parties, the dialog by reference, the transcript as {@code wtf_transcription} and the marks as
 * a report. The text is the one that the pages show, with personal data taken out. Stateless, thread-safe.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-vcon-vcon-core/">vCon core</a>, and its extensions CC and
 *     WTF
 */
public final class VconDocument {
    /** Media type of a vCon. */
    public static final String MEDIA_TYPE = "application/vcon";

    /** Purpose of the attachment with what vCon has no place for. */
    public static final String METADATA_PURPOSE = "callscope-metadata";

    private static final String VERSION = "0.4.0";
    private static final String VENDOR = "callscope";
    private static final List<Party> PARTIES = List.of(Party.AGENT, Party.CUSTOMER, Party.UNKNOWN);
    private static final int RECORDER = PARTIES.size();
    private static final JsonMapper JSON = EventJson.mapper();

    private VconDocument() {}

    /**
     * The vCon of a call; the same call has the same uuid each time.
     *
     * @param recording where it may be heard; empty when nowhere that others reach
     */
    public static ObjectNode of(CallDetail detail, Optional<RecordingReference> recording) {
        CallEntry entry = detail.entry();
        Instant start = startOf(entry);
        ObjectNode vcon = JSON.createObjectNode();
        vcon.put("vcon", VERSION);
        vcon.put("uuid", uuid(entry, start).toString());
        vcon.put("created_at", createdAt(entry, start).toString());
        if (entry.progressAt() != null) {
            vcon.put("updated_at", entry.progressAt().toString());
        }
        vcon.putArray("extensions").add("CC").add("wtf_transcription");
        parties(vcon.putArray("parties"), entry.metadata());
        dialog(vcon.putArray("dialog").addObject(), detail, start, recording);
        ArrayNode analysis = vcon.putArray("analysis");
        StoredTranscript transcript = detail.transcript();
        if (transcript != null) {
            ObjectNode one = analysis(analysis, "wtf_transcription", "wtf-1.0");
            one.put("product", transcript.transcript().asrModelId());
            one.set("body", WtfTranscript.of(transcript, PARTIES));
        }
        StoredAnalysis marks = detail.analysis();
        if (marks != null) {
            ObjectNode one = analysis(analysis, "report", "callscope-analysis-1");
            one.put("product", marks.analysis().versions().classifier());
            one.set("body", JSON.valueToTree(marks.analysis()));
        }
        metadata(vcon.putArray("attachments").addObject(), entry, start);
        return vcon;
    }

    private static Instant startOf(CallEntry entry) {
        CallMetadata metadata = entry.metadata();
        return metadata != null ? metadata.startedAt() : createdAt(entry, Instant.EPOCH);
    }

    private static Instant createdAt(CallEntry entry, Instant otherwise) {
        return Stream.of(entry.recordedAt(), entry.transcribedAt(), entry.progressAt())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(otherwise);
    }

    private static void parties(ArrayNode parties, @Nullable CallMetadata metadata) {
        ObjectNode agent = parties.addObject().put("type", "person").put("role", "agent");
        if (metadata != null && metadata.agentName() != null) {
            agent.put("name", metadata.agentName());
        }
        if (metadata != null && metadata.agentId() != null) {
            // of the agent and not of the call: it has to be the same in every vCon
            agent.put("uuid", uuid8(0, "agent:" + metadata.agentId()).toString());
        }
        parties.addObject().put("type", "person").put("role", "customer");
        parties.addObject().put("type", "person");
        parties.addObject().put("type", "organization").put("name", VENDOR);
    }

    private static void dialog(
            ObjectNode dialog, CallDetail detail, Instant start, Optional<RecordingReference> recording) {
        CallEntry entry = detail.entry();
        dialog.put("type", "recording").put("start", start.toString());
        if (entry.durationMs() != null) {
            dialog.put("duration", seconds(entry.durationMs()));
        }
        StoredTranscript transcript = detail.transcript();
        CallMetadata metadata = entry.metadata();
        int channels = transcript == null ? 0 : transcript.transcript().channelCount();
        ArrayNode parties = dialog.putArray("parties");
        if (channels > 1 && metadata != null) {
            for (int channel = 0; channel < channels; channel++) {
                parties.add(PARTIES.indexOf(metadata.partyOf(channel)));
            }
        } else {
            // both may be heard in the one channel
            parties.addArray().add(0).add(1);
        }
        dialog.put("interaction_id", entry.callId().value());
        if (metadata != null && metadata.queue() != null) {
            dialog.put("skill", metadata.queue());
        }
        recording.ifPresent(reference ->
                dialog.put("url", reference.url().toString()).put("content_hash", "sha512-" + reference.sha512()));
    }

    private static ObjectNode analysis(ArrayNode analysis, String type, String schema) {
        return analysis.addObject()
                .put("type", type)
                .put("dialog", 0)
                .put("vendor", VENDOR)
                .put("schema", schema)
                .put("mediatype", "application/json")
                .put("encoding", "json");
    }

    /** The customer's key stays here: it links calls only under this site's secret. */
    private static void metadata(ObjectNode attachment, CallEntry entry, Instant start) {
        attachment
                .put("purpose", METADATA_PURPOSE)
                .put("start", start.toString())
                .put("party", RECORDER)
                .put("dialog", 0)
                .put("mediatype", "application/json")
                .put("encoding", "json");
        ObjectNode body = attachment.putObject("body");
        body.put("callId", entry.callId().value());
        CallMetadata metadata = entry.metadata();
        if (metadata != null) {
            ObjectNode known = JSON.valueToTree(metadata);
            for (String field :
                    List.of("agentId", "team", "queue", "direction", "product", "language", "stage", "attributes")) {
                if (known.hasNonNull(field)) {
                    body.set(field, known.get(field));
                }
            }
        }
    }

    /** Rounding to a thousandth gives the milliseconds back. */
    static double seconds(long milliseconds) {
        return milliseconds / 1000.0;
    }

    private static UUID uuid(CallEntry entry, Instant start) {
        return uuid8(start.toEpochMilli(), "call:" + entry.callId().value());
    }

    /** Version 8 of RFC 9562: the time as version 7 has it, then bits of a hash. */
    private static UUID uuid8(long timeMs, String name) {
        ByteBuffer bits = ByteBuffer.wrap(Sha256.bytes(name.getBytes(StandardCharsets.UTF_8)));
        long high = timeMs << 16 | 0x8000 | bits.getLong() & 0x0fff;
        long low = bits.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
