package io.callscope.analytics.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.store.CallSummary.FlagHeard;
import io.callscope.analytics.store.CallSummary.ForceHeard;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Lists of calls. Stateless; works within the caller's transaction. */
final class CallQueries {
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};
    private static final EntryMapper ENTRIES = new EntryMapper();

    CallPage find(Handle handle, CallFilter filter, TeamScope scope) {
        Where where = Where.of(filter, scope);
        Query count = handle.createQuery("SELECT count(*) FROM calls c " + where.sql());
        long total = where.bindTo(count).mapTo(Long.class).one();
        boolean worked = Boolean.TRUE.equals(filter.flagged());
        String order = worked ? "c.flag_priority, c.listed_at, c.call_id" : "c.listed_at DESC, c.call_id";
        Query page = handle.createQuery(
                "SELECT c.* FROM calls c " + where.sql() + " ORDER BY " + order + " LIMIT :limit OFFSET :offset");
        List<CallEntry> entries = where.bindTo(page)
                .bind("limit", filter.pageSize())
                .bind("offset", filter.offset())
                .map(ENTRIES)
                .list();
        return new CallPage(summaries(handle, entries), total, filter.page(), filter.pageSize());
    }

    Optional<CallEntry> entry(Handle handle, CallId callId) {
        return handle.createQuery("SELECT * FROM calls WHERE call_id = :id")
                .bind("id", callId.value())
                .map(ENTRIES)
                .findOne();
    }

    List<CallSummary> sameCustomer(Handle handle, CallEntry entry, String customerKey, TeamScope scope) {
        Where where = Where.visible(scope).and("c.customer_key = :customer").and("c.call_id <> :id");
        List<CallEntry> entries = where.bindTo(handle.createQuery(
                        "SELECT c.* FROM calls c " + where.sql() + " ORDER BY c.listed_at DESC, c.call_id LIMIT 20"))
                .bind("customer", customerKey)
                .bind("id", entry.callId().value())
                .map(ENTRIES)
                .list();
        return summaries(handle, entries);
    }

    long failedCount(Handle handle, TeamScope scope) {
        Where where = Where.visible(scope).and("c.state = 'failed'");
        return where.bindTo(handle.createQuery("SELECT count(*) FROM calls c " + where.sql()))
                .mapTo(Long.class)
                .one();
    }

    List<FailedCall> failed(Handle handle, int limit, int offset, TeamScope scope) {
        Where where = Where.visible(scope).and("c.state = 'failed'");
        List<CallEntry> entries = where.bindTo(handle.createQuery("SELECT c.* FROM calls c " + where.sql()
                        + " ORDER BY c.failed_at DESC, c.call_id LIMIT :limit OFFSET :offset"))
                .bind("limit", limit)
                .bind("offset", offset)
                .map(ENTRIES)
                .list();
        List<FailedCall> calls = new ArrayList<>();
        for (CallEntry entry : entries) {
            CallEntry.Failure failure = entry.failure();
            if (failure != null) {
                calls.add(new FailedCall(entry.callId(), entry.metadata(), failure, entry.audio() != null));
            }
        }
        return calls;
    }

    private static List<CallSummary> summaries(Handle handle, List<CallEntry> entries) {
        List<String> ids = entries.stream().map(e -> e.callId().value()).toList();
        Map<String, List<ForceHeard>> forces = forces(handle, ids);
        Map<String, List<FlagHeard>> flags = flags(handle, ids);
        return entries.stream()
                .map(entry -> new CallSummary(
                        entry,
                        forces.getOrDefault(entry.callId().value(), List.of()),
                        flags.getOrDefault(entry.callId().value(), List.of())))
                .toList();
    }

    private static Map<String, List<ForceHeard>> forces(Handle handle, List<String> ids) {
        Map<String, List<ForceHeard>> byCall = new HashMap<>();
        handle.createQuery("""
                        SELECT m.call_id, m.force, m.polarity, max(m.severity) AS severity, count(*) AS marks
                        FROM marks m JOIN calls c USING (call_id, version_key)
                        WHERE m.call_id = ANY(:ids) GROUP BY m.call_id, m.force, m.polarity
                        ORDER BY m.call_id, m.polarity, severity DESC, min(m.place)
                        """)
                .bindArray("ids", String.class, ids)
                .map((row, context) -> byCall.computeIfAbsent(Columns.required(row, "call_id"), id -> new ArrayList<>())
                        .add(new ForceHeard(
                                Force.ofId(Columns.required(row, "force")),
                                Polarity.ofId(Columns.required(row, "polarity")),
                                row.getInt("severity"),
                                row.getInt("marks"))))
                .list();
        return byCall;
    }

    private static Map<String, List<FlagHeard>> flags(Handle handle, List<String> ids) {
        Map<String, List<FlagHeard>> byCall = new HashMap<>();
        handle.createQuery("""
                        SELECT f.call_id, f.rule, f.priority, f.evidence, u.text
                        FROM flags f JOIN calls c USING (call_id, version_key)
                        LEFT JOIN utterances u ON u.call_id = c.call_id AND u.transcript_hash = c.transcript_hash
                            AND u.utterance_id = CAST(f.evidence -> 0 ->> 'utteranceId' AS integer)
                        WHERE f.call_id = ANY(:ids) ORDER BY f.call_id, f.priority, f.place
                        """)
                .bindArray("ids", String.class, ids)
                .map((row, context) -> byCall.computeIfAbsent(Columns.required(row, "call_id"), id -> new ArrayList<>())
                        .add(flag(row)))
                .list();
        return byCall;
    }

    private static FlagHeard flag(ResultSet row) throws SQLException {
        List<Evidence> evidence = Columns.fromJson(Columns.required(row, "evidence"), EVIDENCE);
        return flagHeard(Columns.required(row, "rule"), row.getInt("priority"), evidence, row.getString("text"));
    }

    static FlagHeard flagHeard(String rule, int priority, List<Evidence> evidence, @Nullable String text) {
        if (evidence.isEmpty()) {
            return new FlagHeard(rule, priority, null, null);
        }
        Evidence first = evidence.get(0);
        return new FlagHeard(rule, priority, first.startMs(), text == null ? null : first.quoteFrom(text));
    }
}
