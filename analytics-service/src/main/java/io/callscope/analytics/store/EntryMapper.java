package io.callscope.analytics.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import io.callscope.model.recording.AudioManifest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Between a row of {@code calls} and its {@link CallEntry}. Stateless. */
final class EntryMapper implements RowMapper<CallEntry> {
    /** Every column that is written, as named parameters. */
    static final String UPDATE = """
            UPDATE calls SET state = :state, started_at = :started_at, agent_id = :agent_id, agent_name = :agent_name,
                team = :team, queue = :queue, direction = :direction, customer_key = :customer_key,
                customer_last4 = :customer_last4, product = :product, language = :language, stage = :stage,
                channel_parties = CAST(:channel_parties AS jsonb), attributes = CAST(:attributes AS jsonb),
                metadata_at = :metadata_at, audio = CAST(:audio AS jsonb), duration_ms = :duration_ms,
                recorded_at = :recorded_at, transcribed_at = :transcribed_at, analyzed_at = :analyzed_at,
                progress_at = :progress_at, failed_at = :failed_at, failed_stage = :failed_stage,
                failed_reason = :failed_reason, failed_detail = :failed_detail, transcript_hash = :transcript_hash,
                version_key = :version_key, verdict = :verdict, contact_reason = :contact_reason,
                resolution = :resolution, repeat_said = :repeat_said, repeat_number = :repeat_number,
                repeat_cause = :repeat_cause, flag_priority = :flag_priority
            WHERE call_id = :call_id
            """;

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};
    private static final TypeReference<List<Party>> PARTIES = new TypeReference<>() {};
    private static final TypeReference<AudioManifest> MANIFEST = new TypeReference<>() {};

    @Override
    public CallEntry map(ResultSet row, StatementContext context) throws SQLException {
        String audio = row.getString("audio");
        return new CallEntry(
                new CallId(Columns.required(row, "call_id")),
                metadata(row),
                Columns.instant(row, "metadata_at"),
                audio == null ? null : Columns.fromJson(audio, MANIFEST),
                Columns.instant(row, "recorded_at"),
                Columns.instant(row, "transcribed_at"),
                Columns.instant(row, "analyzed_at"),
                Columns.instant(row, "progress_at"),
                failure(row),
                row.getString("transcript_hash"),
                Columns.longValue(row, "duration_ms"),
                analysis(row));
    }

    private static @Nullable CallMetadata metadata(ResultSet row) throws SQLException {
        Instant startedAt = Columns.instant(row, "started_at");
        if (startedAt == null) {
            return null;
        }
        String direction = row.getString("direction");
        String customerKey = row.getString("customer_key");
        return new CallMetadata(
                startedAt,
                row.getString("agent_id"),
                row.getString("agent_name"),
                row.getString("team"),
                row.getString("queue"),
                direction == null ? null : Direction.ofId(direction),
                customerKey == null ? null : new CustomerRef(customerKey, row.getString("customer_last4")),
                row.getString("product"),
                Columns.required(row, "language"),
                Columns.fromJson(Columns.required(row, "channel_parties"), PARTIES),
                row.getString("stage"),
                Columns.fromJson(Columns.required(row, "attributes"), ATTRIBUTES));
    }

    private static CallEntry.@Nullable Failure failure(ResultSet row) throws SQLException {
        Instant failedAt = Columns.instant(row, "failed_at");
        if (failedAt == null) {
            return null;
        }
        return new CallEntry.Failure(
                Columns.required(row, "failed_stage"),
                Columns.required(row, "failed_reason"),
                Columns.required(row, "failed_detail"),
                failedAt);
    }

    private static @Nullable AnalysisSummary analysis(ResultSet row) throws SQLException {
        String versionKey = row.getString("version_key");
        if (versionKey == null) {
            return null;
        }
        return new AnalysisSummary(
                versionKey,
                Verdict.ofId(Columns.required(row, "verdict")),
                Columns.required(row, "contact_reason"),
                Resolution.ofId(Columns.required(row, "resolution")),
                row.getBoolean("repeat_said"),
                Columns.integer(row, "repeat_number"),
                row.getString("repeat_cause"),
                Columns.integer(row, "flag_priority"));
    }

    /** The parameters of {@link #UPDATE}. */
    static Map<String, @Nullable Object> parameters(CallEntry entry) {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("call_id", entry.callId().value());
        all.put("state", entry.state().id());
        all.put("metadata_at", Columns.time(entry.metadataAt()));
        all.put("audio", entry.audio() == null ? null : Columns.json(entry.audio()));
        all.put("duration_ms", entry.durationMs());
        all.put("recorded_at", Columns.time(entry.recordedAt()));
        all.put("transcribed_at", Columns.time(entry.transcribedAt()));
        all.put("analyzed_at", Columns.time(entry.analyzedAt()));
        all.put("progress_at", Columns.time(entry.progressAt()));
        all.put("transcript_hash", entry.transcriptHash());
        putMetadata(all, entry.metadata());
        CallEntry.Failure failure = entry.failure();
        all.put("failed_at", failure == null ? null : Columns.time(failure.failedAt()));
        all.put("failed_stage", failure == null ? null : failure.stage());
        all.put("failed_reason", failure == null ? null : failure.reason());
        all.put("failed_detail", failure == null ? null : PgText.clean(failure.detail()));
        putAnalysis(all, entry.analysis());
        return all;
    }

    private static void putMetadata(Map<String, @Nullable Object> all, @Nullable CallMetadata metadata) {
        boolean none = metadata == null;
        CustomerRef customer = none ? null : metadata.customer();
        Direction direction = none ? null : metadata.direction();
        all.put("started_at", none ? null : Columns.time(metadata.startedAt()));
        all.put("agent_id", none ? null : PgText.cleanOrNull(metadata.agentId()));
        all.put("agent_name", none ? null : PgText.cleanOrNull(metadata.agentName()));
        all.put("team", none ? null : PgText.cleanOrNull(metadata.team()));
        all.put("queue", none ? null : PgText.cleanOrNull(metadata.queue()));
        all.put("direction", direction == null ? null : direction.id());
        all.put("customer_key", customer == null ? null : customer.key());
        all.put("customer_last4", customer == null ? null : customer.last4());
        all.put("product", none ? null : PgText.cleanOrNull(metadata.product()));
        all.put("language", none ? null : metadata.language());
        all.put("stage", none ? null : PgText.cleanOrNull(metadata.stage()));
        all.put("channel_parties", Columns.json(none ? List.of() : metadata.channelParties()));
        Map<String, String> attributes = new HashMap<>();
        if (!none) {
            metadata.attributes().forEach((k, v) -> attributes.put(PgText.clean(k), PgText.clean(v)));
        }
        all.put("attributes", Columns.json(attributes));
    }

    private static void putAnalysis(Map<String, @Nullable Object> all, @Nullable AnalysisSummary analysis) {
        boolean none = analysis == null;
        all.put("version_key", none ? null : analysis.versionKey());
        all.put("verdict", none ? null : analysis.verdict().id());
        all.put("contact_reason", none ? null : analysis.contactReason());
        all.put("resolution", none ? null : analysis.resolution().id());
        all.put("repeat_said", none ? null : analysis.repeatSaid());
        all.put("repeat_number", none ? null : analysis.repeatNumber());
        all.put("repeat_cause", none ? null : analysis.repeatCause());
        all.put("flag_priority", none ? null : analysis.flagPriority());
    }
}
