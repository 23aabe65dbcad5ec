package io.callscope.standalone.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * A card for each flagged call, as the desk would have made them: those of the last two days wait in the queue, older
 * ones are checked. Stateless.
 */
final class MadeUpCards implements CallFiller.Afterwards {
    private static final List<String> STATEMENTS = List.of(
            """
            INSERT INTO cards (customer_key, contact_reason, state, state_at, by_login, by_name, outcome, live, priority,
                due_at, severity, confidence, rule, rules, agent, agent_name, teams, work_ms, calls, first_call_at,
                last_call_at, note)
            SELECT c.customer_key, c.contact_reason, made.state, c.analyzed_at, 'bench', 'bench',
                CASE WHEN made.state = 'checked' THEN 'confirmed' END, true, c.flag_priority,
                c.analyzed_at + interval '1 day', 2, 0.8, f.rule, ARRAY[f.rule], c.agent_id, c.agent_name,
                ARRAY[c.team], 60000, 1, c.started_at, c.started_at, c.call_id
            FROM calls c JOIN flags f USING (call_id, version_key)
            CROSS JOIN LATERAL (SELECT CASE WHEN c.started_at > now() - interval '2 days' THEN 'new' ELSE 'checked' END
                AS state) AS made
            """,
            """
            INSERT INTO card_calls (call_id, card_id, transcript_hash, severity, joined_at)
            SELECT c.call_id, d.card_id, c.transcript_hash, 2, c.analyzed_at FROM cards d JOIN calls c ON c.call_id = d.note
            """,
            """
            INSERT INTO card_reasons (call_id, rule, priority, confidence, evidence, known_at, known_day, capped)
            SELECT f.call_id, f.rule, f.priority, 0.8, f.evidence, c.analyzed_at, CAST(c.analyzed_at AS date), false
            FROM flags f JOIN calls c USING (call_id, version_key)
            """,
            """
            INSERT INTO verdicts (call_id, rule, card_id, outcome, by_login, by_name, at)
            SELECT o.call_id, d.rule, d.card_id, 'confirmed', 'bench', 'bench', d.state_at
            FROM cards d JOIN card_calls o USING (card_id) WHERE d.state = 'checked'
            """,
            "UPDATE cards SET note = NULL",
            "VACUUM ANALYZE cards",
            "VACUUM ANALYZE card_calls",
            "VACUUM ANALYZE card_reasons",
            "VACUUM ANALYZE verdicts");

    @Override
    public void fill(DataSource database) throws SQLException {
        try (Connection connection = Patience.of(database.getConnection());
                Statement statement = connection.createStatement()) {
            for (String one : STATEMENTS) {
                statement.execute(one);
            }
        }
    }
}
