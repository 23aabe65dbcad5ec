package io.callscope.analytics.repeats;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.ReasonDefinition;
import io.callscope.analytics.database.Columns;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the analyzed calls of customers. Stateless but for its settings; works within the caller's transaction. */
final class JdbiCallFacts {
    private static final String FACTS = """
            SELECT c.call_id, c.customer_key, c.listed_at, c.duration_ms, c.direction, c.queue, c.team, c.product, c.stage,
                c.verdict, c.contact_reason, c.resolution, CASE WHEN c.repeat_said THEN c.repeat_cause END AS said_cause,
                EXISTS (SELECT 1 FROM jsonb_each_text(c.attributes) a WHERE a.key = ANY(:forwarded_by)
                    AND lower(a.value) NOT IN ('', '0', 'false', 'no')) AS forwarded,
                EXISTS (SELECT 1 FROM signals s WHERE (s.call_id, s.version_key) = (c.call_id, c.version_key)
                    AND s.signal = 'promise-made') AS promised,
                ARRAY(SELECT m.owner FROM marks m WHERE (m.call_id, m.version_key) = (c.call_id, c.version_key)
                    AND m.polarity = 'barrier' ORDER BY m.severity DESC, m.confidence DESC, m.place) AS owners
            FROM calls c WHERE c.version_key IS NOT NULL AND %s
            """;

    private final Codebook codebook;
    private final List<String> forwardedBy;

    JdbiCallFacts(Codebook codebook, RepeatSettings settings) {
        this.codebook = codebook;
        this.forwardedBy = settings.forwardedBy();
    }

    List<CallFacts> ofCustomers(Handle handle, List<String> customers) {
        return read(handle, "c.customer_key = ANY(:ids)", customers);
    }

    /** Those of the calls that are still anonymous. */
    List<CallFacts> anonymous(Handle handle, List<String> calls) {
        return read(handle, "c.customer_key IS NULL AND c.call_id = ANY(:ids)", calls);
    }

    private List<CallFacts> read(Handle handle, String condition, List<String> ids) {
        return handle.createQuery(FACTS.formatted(condition))
                .bindArray("ids", String.class, ids)
                .bindArray("forwarded_by", String.class, forwardedBy)
                .map((row, context) -> facts(row))
                .list();
    }

    private CallFacts facts(ResultSet row) throws SQLException {
        String reason = Columns.required(row, "contact_reason");
        String direction = row.getString("direction");
        return new CallFacts(
                Columns.required(row, "call_id"),
                row.getString("customer_key"),
                Columns.requiredInstant(row, "listed_at"),
                Math.max(0, row.getLong("duration_ms")),
                direction == null ? null : Direction.ofId(direction),
                row.getString("queue"),
                row.getString("team"),
                row.getString("product"),
                stage(row.getString("stage"), reason),
                row.getBoolean("forwarded"),
                Verdict.ofId(Columns.required(row, "verdict")),
                reason,
                Resolution.ofId(Columns.required(row, "resolution")),
                row.getString("said_cause"),
                row.getBoolean("promised"),
                JdbiContactRows.strings(row, "owners"));
    }

    /** What the source says, else where such a reason points to. */
    private @Nullable String stage(@Nullable String said, String reason) {
        return said != null
                ? said
                : codebook.reason(reason).map(ReasonDefinition::stage).orElse(null);
    }
}
