package io.callscope.analytics.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.analytics.database.Columns;
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
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** From a row of {@code calls} to its {@link CallEntry}. Stateless. */
public final class EntryMapper implements RowMapper<CallEntry> {
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
                Columns.integer(row, "flag_priority"),
                talk(row));
    }

    private static @Nullable TalkSummary talk(ResultSet row) throws SQLException {
        Long longest = Columns.longValue(row, "dead_air_longest_ms");
        if (longest == null) {
            return null;
        }
        return new TalkSummary(
                Columns.share(row, "talk_ratio"),
                longest,
                row.getLong("dead_air_ms"),
                row.getLong("hold_ms"),
                Columns.share(row, "overtalk_ratio"),
                Columns.integer(row, "agent_interruptions"));
    }
}
