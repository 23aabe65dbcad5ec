-- What each party says, so that it can be searched alone.
ALTER TABLE transcripts ADD COLUMN search_customer tsvector NOT NULL DEFAULT '';
ALTER TABLE transcripts ADD COLUMN search_agent tsvector NOT NULL DEFAULT '';

UPDATE transcripts t SET
    search_customer = to_tsvector('pg_catalog.russian', left(translate(said.customer, 'ёЁ', 'еЕ'), 250000)),
    search_agent = to_tsvector('pg_catalog.russian', left(translate(said.agent, 'ёЁ', 'еЕ'), 250000))
FROM (
    SELECT call_id, transcript_hash,
        coalesce(string_agg(text, E'\n' ORDER BY utterance_id) FILTER (WHERE party = 'customer'), '') AS customer,
        coalesce(string_agg(text, E'\n' ORDER BY utterance_id) FILTER (WHERE party = 'agent'), '') AS agent
    FROM utterances GROUP BY call_id, transcript_hash
) AS said
WHERE (t.call_id, t.transcript_hash) = (said.call_id, said.transcript_hash);

CREATE INDEX transcripts_search_customer ON transcripts USING gin (search_customer);
CREATE INDEX transcripts_search_agent ON transcripts USING gin (search_agent);

-- What lists are narrowed by most, newest first.
CREATE INDEX calls_team ON calls (team, listed_at DESC);
CREATE INDEX calls_queue ON calls (queue, listed_at DESC);
CREATE INDEX calls_agent ON calls (agent_id, listed_at DESC);
CREATE INDEX calls_last4 ON calls (customer_last4, listed_at DESC) WHERE customer_last4 IS NOT NULL;
CREATE INDEX calls_reason ON calls (contact_reason, listed_at DESC);
CREATE INDEX calls_attributes ON calls USING gin (attributes jsonb_path_ops);
CREATE INDEX calls_arrived ON calls (arrived_at);
