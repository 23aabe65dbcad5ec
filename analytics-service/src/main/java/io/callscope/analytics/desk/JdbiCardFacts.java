package io.callscope.analytics.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.analytics.database.Columns;
import io.callscope.model.analysis.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Keeps what the queue is ordered by in step with a card's reasons. Thread-safe; works within the caller's transaction. */
final class JdbiCardFacts {
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    private static final String STANDING = """
            SELECT r.call_id, r.rule, r.priority, r.confidence, r.evidence, r.known_at, r.capped, j.severity,
                c.agent_id, c.agent_name, c.team, c.duration_ms
            FROM card_calls j JOIN card_reasons r USING (call_id) JOIN calls c USING (call_id)
            WHERE j.card_id = :card AND j.settled_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM false_marks f WHERE f.call_id = r.call_id AND f.kind = 'rule' AND f.subject = r.rule
                    AND f.undone_at IS NULL)
            """;

    private static final String UPDATE = """
            UPDATE cards SET live = true, capped = :capped, priority = :priority, due_at = :due, severity = :severity,
                confidence = :confidence, rule = :rule, rules = :rules, agent = :agent, agent_name = :agent_name, work_ms = :work, calls = :calls,
                teams = :teams
            WHERE card_id = :card
            """;

    private static final String TEAMS = """
            SELECT DISTINCT coalesce(c.team, '') FROM card_calls j JOIN calls c USING (call_id) WHERE j.card_id = :card
            """;

    private final Term term;
    private final CheckingTime time;

    JdbiCardFacts(Term term, CheckingTime time) {
        this.term = Objects.requireNonNull(term, "term");
        this.time = Objects.requireNonNull(time, "time");
    }

    /** Reasons that are neither settled nor called false. */
    List<Standing> standing(Handle handle, long cardId) {
        return handle.createQuery(STANDING)
                .bind("card", cardId)
                .map((row, context) -> standing(row))
                .list();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String id = row.getString("agent_id");
        Long duration = Columns.longValue(row, "duration_ms");
        return new Standing(
                Columns.required(row, "call_id"),
                id == null ? row.getString("agent_name") : id,
                row.getString("agent_name"),
                row.getString("team"),
                duration == null ? 0 : duration,
                Columns.required(row, "rule"),
                row.getInt("priority"),
                row.getInt("severity"),
                row.getDouble("confidence"),
                Columns.fromJson(Columns.required(row, "evidence"), EVIDENCE),
                Columns.requiredInstant(row, "known_at"),
                row.getBoolean("capped"));
    }

    /** Brings the card up to date; a card without a standing reason leaves the queue and keeps what was known of it. */
    void refresh(Handle handle, long cardId) {
        List<Standing> standing = standing(handle, cardId);
        if (standing.isEmpty()) {
            handle.createUpdate("UPDATE cards SET live = false WHERE card_id = :card")
                    .bind("card", cardId)
                    .execute();
            return;
        }
        CardFacts facts = CardFacts.of(standing, term, time);
        List<String> teams = handle.createQuery(TEAMS)
                .bind("card", cardId)
                .mapTo(String.class)
                .list();
        handle.createUpdate(UPDATE)
                .bind("card", cardId)
                .bind("capped", facts.capped())
                .bind("priority", facts.priority())
                .bind("due", Columns.time(facts.dueAt()))
                .bind("severity", facts.severity())
                .bind("confidence", facts.confidence())
                .bind("rule", facts.rule())
                .bindArray("rules", String.class, facts.rules())
                .bind("agent", facts.agent())
                .bind("agent_name", facts.agentName())
                .bind("work", facts.workMs())
                .bind("calls", facts.calls())
                .bindArray("teams", String.class, teams)
                .execute();
    }
}
