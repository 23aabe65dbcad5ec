package io.callscope.analytics.requests;

import io.callscope.model.hash.Sha256;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Counts what the page on requests shows of a day and of a week. Keeps no count of what has changed: whoever counts the
 * forces of a day counts this with it, in one transaction. Works within the caller's transaction; thread-safe.
 */
public final class JdbiRequestDays {
    /** Facts of calls, one row of a call for each; a call counts once in each group. */
    private static final String COUNT = """
            INSERT INTO request_days (day, queue, team, kind, item, part, calls, agents, hear)
            WITH chosen AS MATERIALIZED (
                SELECT c.call_id, c.version_key, c.transcript_hash, c.queue, c.team, c.listed_at, c.contact_reason,
                    c.verdict = 'judged' AS is_judged, coalesce(c.product, '') AS product,
                    c.repeat_said AND c.repeat_cause = :broke AS broke,
                    coalesce(c.direction, 'inbound') = 'inbound'
                        AND NOT EXISTS (SELECT 1 FROM contact_calls f WHERE f.call_id = c.call_id) AS is_contact,
                    CASE WHEN c.agent_id IS NULL THEN 0
                        ELSE CAST(1 AS bigint) << CAST(hashtextextended(c.agent_id, 0) & 63 AS integer) END AS agent
                FROM calls c
                WHERE c.listed_at >= :from AND c.listed_at < :to AND c.state = 'analyzed'
                    AND c.verdict <> 'no-live-customer'
            ), judged AS MATERIALIZED (
                SELECT * FROM chosen WHERE is_judged
            ), barriers AS MATERIALIZED (
                SELECT j.call_id, m.code, m.stage, m.owner, m.severity, m.confidence, m.place
                FROM judged j JOIN marks m USING (call_id, version_key) WHERE m.polarity = 'barrier'
            ), heard AS MATERIALIZED (
                SELECT DISTINCT j.call_id, j.contact_reason, s.signal
                FROM judged j JOIN signals s USING (call_id, version_key) WHERE s.signal = ANY(:signals)
            ), owned AS MATERIALIZED (
                SELECT DISTINCT ON (call_id) call_id, owner FROM barriers
                ORDER BY call_id, severity DESC, confidence DESC, place
            ), broken AS MATERIALIZED (
                SELECT call_id, code AS step, stage FROM barriers
                WHERE starts_with(code, 'control.self-service-') OR code = 'control.no-tracking'
                UNION
                SELECT call_id, signal, '' FROM heard WHERE signal = :tried
                UNION
                SELECT call_id, :broke, '' FROM judged WHERE broke
            ), named AS (
                SELECT DISTINCT j.call_id, n.name
                FROM judged j JOIN signals s USING (call_id, version_key)
                CROSS JOIN LATERAL jsonb_array_elements(s.evidence) AS e
                JOIN utterances u ON u.call_id = j.call_id AND u.transcript_hash = j.transcript_hash
                    AND u.utterance_id = CAST(e ->> 'utteranceId' AS integer)
                JOIN unnest(CAST(:names AS text[]), CAST(:words AS text[])) AS n (name, word)
                    ON u.search @@ phraseto_tsquery('pg_catalog.russian'::regconfig, translate(n.word, 'ёЁ', 'еЕ'))
                WHERE s.signal = :competitor
            ), facts AS (
                SELECT call_id, 'calls' AS kind, '' AS item, '' AS part FROM judged
                UNION ALL SELECT call_id, 'contact', '', '' FROM judged WHERE is_contact
                UNION ALL SELECT call_id, 'reason', contact_reason, '' FROM judged WHERE is_contact
                UNION ALL SELECT call_id, 'product', product, '' FROM judged
                UNION ALL SELECT call_id, 'owner', coalesce(owner, ''), '' FROM judged LEFT JOIN owned USING (call_id)
                UNION ALL SELECT call_id, 'signal', signal, '' FROM heard
                UNION ALL SELECT call_id, 'signal-reason', signal, contact_reason FROM heard
                    WHERE NOT signal = ANY(:voice)
                UNION ALL SELECT call_id, 'voice', signal, coalesce(owner, '') FROM heard LEFT JOIN owned USING (call_id)
                    WHERE signal = ANY(:voice)
                UNION ALL SELECT call_id, 'name', name, '' FROM named
                UNION ALL SELECT DISTINCT call_id, 'break', '', '' FROM broken
                UNION ALL SELECT DISTINCT call_id, 'break-step', step, '' FROM broken
                UNION ALL SELECT DISTINCT call_id, 'break-stage', stage, '' FROM broken WHERE stage <> ''
                UNION ALL SELECT DISTINCT call_id, 'break-product', product, '' FROM broken JOIN judged USING (call_id)
            )
            SELECT CAST(:day AS date), j.queue, j.team, f.kind, f.item, f.part, count(*), bit_or(j.agent),
                CASE WHEN f.kind IN ('reason', 'signal', 'name', 'break-step', 'voice')
                    THEN (array_agg(j.call_id ORDER BY j.listed_at DESC, j.call_id))[1 : 5] ELSE '{}' END
            FROM facts f JOIN judged j USING (call_id) GROUP BY j.queue, j.team, f.kind, f.item, f.part
            UNION ALL
            SELECT CAST(:day AS date), queue, team, 'unjudged', '', '', count(*), 0, '{}'
            FROM chosen WHERE NOT is_judged GROUP BY queue, team
            """;

    private static final String ADD_UP = """
            INSERT INTO request_weeks (week, level, queue, team, kind, item, part, calls, agents)
            SELECT CAST(:monday AS date), 3 - grouping(queue, team), queue, team, kind, item, part, sum(calls),
                bit_or(agents)
            FROM request_days WHERE day >= :monday AND day < CAST(:monday AS date) + 7
            GROUP BY kind, item, part, GROUPING SETS ((), (queue), (team), (queue, team))
            """;

    private final List<String> names = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    /** @param competitors who is counted by name */
    public JdbiRequestDays(Competitors competitors) {
        competitors
                .wordsByName()
                .forEach((name, said) -> said.forEach(word -> {
                    names.add(name);
                    words.add(word);
                }));
    }

    /** Takes note of the list of competitors; whether it is another one than before, so that everything has to be counted. */
    public boolean isNew(Handle handle) {
        return handle.createUpdate("""
                        INSERT INTO request_rules (rules_hash) VALUES (:rules) ON CONFLICT (one)
                        DO UPDATE SET rules_hash = excluded.rules_hash
                        WHERE request_rules.rules_hash <> excluded.rules_hash
                        """)
                        .bind("rules", Sha256.hex(names + "\n" + words))
                        .execute()
                > 0;
    }

    /** Forgets every count. */
    public void clear(Handle handle) {
        handle.execute("DELETE FROM request_days");
        handle.execute("DELETE FROM request_weeks");
    }

    /**
     * Counts a day again.
     *
     * @param from its first moment
     * @param to the moment after its last
     */
    public void count(Handle handle, LocalDate day, OffsetDateTime from, OffsetDateTime to) {
        handle.createUpdate("DELETE FROM request_days WHERE day = :day")
                .bind("day", day)
                .execute();
        List<String> signals = new ArrayList<>(Requested.NEEDS);
        signals.add(Requested.COMPETITOR);
        signals.add(Requested.TRIED);
        signals.addAll(Requested.VOICE);
        handle.createUpdate(COUNT)
                .bind("day", day)
                .bind("from", from)
                .bind("to", to)
                .bind("broke", Requested.BROKE)
                .bind("tried", Requested.TRIED)
                .bind("competitor", Requested.COMPETITOR)
                .bindArray("signals", String.class, signals)
                .bindArray("voice", String.class, Requested.VOICE)
                .bindArray("names", String.class, names)
                .bindArray("words", String.class, words)
                .execute();
    }

    /** Adds the days of a week up. */
    public void addUp(Handle handle, LocalDate monday) {
        handle.createUpdate("DELETE FROM request_weeks WHERE week = :monday")
                .bind("monday", monday)
                .execute();
        handle.createUpdate(ADD_UP).bind("monday", monday).execute();
    }
}
