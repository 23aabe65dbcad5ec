package io.callscope.analytics.store;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.call.Direction;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** From a {@link CallEntry} to its row of {@code calls}. Stateless. */
final class EntryUpdate {
    private static final List<String> COLUMNS = List.of(
            "state",
            "started_at",
            "agent_id",
            "agent_name",
            "team",
            "queue",
            "direction",
            "customer_key",
            "customer_last4",
            "product",
            "language",
            "stage",
            "channel_parties",
            "attributes",
            "metadata_at",
            "audio",
            "duration_ms",
            "recorded_at",
            "transcribed_at",
            "analyzed_at",
            "progress_at",
            "failed_at",
            "failed_stage",
            "failed_reason",
            "failed_detail",
            "transcript_hash",
            "version_key",
            "verdict",
            "contact_reason",
            "resolution",
            "repeat_said",
            "repeat_number",
            "repeat_cause",
            "flag_priority",
            "talk_ratio",
            "dead_air_longest_ms",
            "dead_air_ms",
            "hold_ms",
            "overtalk_ratio",
            "agent_interruptions");

    private static final List<String> JSON_COLUMNS = List.of("channel_parties", "attributes", "audio");

    private static final String SQL = "UPDATE calls SET "
            + COLUMNS.stream()
                    .map(column -> JSON_COLUMNS.contains(column)
                            ? column + " = CAST(:" + column + " AS jsonb)"
                            : column + " = :" + column)
                    .collect(Collectors.joining(", "))
            + " WHERE call_id = :call_id";

    private final Map<String, @Nullable Object> values = new HashMap<>();

    private EntryUpdate(CallEntry entry) {
        COLUMNS.forEach(column -> values.put(column, null));
        values.put("call_id", entry.callId().value());
        values.put("state", entry.state().id());
        values.put("channel_parties", "[]");
        values.put("attributes", "{}");
        values.put("audio", entry.audio() == null ? null : Columns.json(entry.audio()));
        values.put("duration_ms", entry.durationMs());
        values.put("transcript_hash", entry.transcriptHash());
        putTime("metadata_at", entry.metadataAt());
        putTime("recorded_at", entry.recordedAt());
        putTime("transcribed_at", entry.transcribedAt());
        putTime("analyzed_at", entry.analyzedAt());
        putTime("progress_at", entry.progressAt());
        if (entry.metadata() != null) {
            put(entry.metadata());
        }
        if (entry.failure() != null) {
            put(entry.failure());
        }
        if (entry.analysis() != null) {
            put(entry.analysis());
        }
    }

    /** Writes the entry over its row, which must be there. */
    static void write(Handle handle, CallEntry entry) {
        handle.createUpdate(SQL).bindMap(new EntryUpdate(entry).values).execute();
    }

    private void put(CallMetadata metadata) {
        putTime("started_at", metadata.startedAt());
        putText("agent_id", metadata.agentId());
        putText("agent_name", metadata.agentName());
        putText("team", metadata.team());
        putText("queue", metadata.queue());
        putText("product", metadata.product());
        putText("language", metadata.language());
        putText("stage", metadata.stage());
        Direction direction = metadata.direction();
        putText("direction", direction == null ? null : direction.id());
        CustomerRef customer = metadata.customer();
        if (customer != null) {
            putText("customer_key", customer.key());
            putText("customer_last4", customer.last4());
        }
        values.put("channel_parties", Columns.json(metadata.channelParties()));
        Map<String, String> attributes = new HashMap<>();
        metadata.attributes().forEach((name, value) -> attributes.put(PgText.clean(name), PgText.clean(value)));
        values.put("attributes", Columns.json(attributes));
    }

    private void put(CallEntry.Failure failure) {
        putTime("failed_at", failure.failedAt());
        putText("failed_stage", failure.stage());
        putText("failed_reason", failure.reason());
        putText("failed_detail", failure.detail());
    }

    private void put(AnalysisSummary analysis) {
        putText("version_key", analysis.versionKey());
        putText("verdict", analysis.verdict().id());
        putText("contact_reason", analysis.contactReason());
        putText("resolution", analysis.resolution().id());
        putText("repeat_cause", analysis.repeatCause());
        values.put("repeat_said", analysis.repeatSaid());
        values.put("repeat_number", analysis.repeatNumber());
        values.put("flag_priority", analysis.flagPriority());
        if (analysis.talk() != null) {
            put(analysis.talk());
        }
    }

    private void put(TalkSummary talk) {
        values.put("talk_ratio", talk.talkRatio());
        values.put("dead_air_longest_ms", talk.deadAirLongestMs());
        values.put("dead_air_ms", talk.deadAirMs());
        values.put("hold_ms", talk.holdMs());
        values.put("overtalk_ratio", talk.overtalkRatio());
        values.put("agent_interruptions", talk.agentInterruptions());
    }

    private void putText(String column, @Nullable String text) {
        values.put(column, PgText.cleanOrNull(text));
    }

    private void putTime(String column, @Nullable Instant time) {
        values.put(column, Columns.time(time));
    }
}
