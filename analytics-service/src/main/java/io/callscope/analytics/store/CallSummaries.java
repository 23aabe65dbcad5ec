package io.callscope.analytics.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.store.CallSummary.FlagHeard;
import io.callscope.analytics.store.CallSummary.ForceHeard;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was heard in some calls, for lists of them. Stateless; works within the caller's transaction. */
public final class CallSummaries {
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    private CallSummaries() {}

    /** The calls in their order, each with what was heard in it. */
    public static List<CallSummary> of(Handle handle, List<CallEntry> entries) {
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
