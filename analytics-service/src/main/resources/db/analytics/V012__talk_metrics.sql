-- How people talk in a call, by the version that measured it; null where no release did.
ALTER TABLE analyses ADD COLUMN talk jsonb;

-- What calls are looked for by, of the current analysis. Null is not 0: it cannot be known.
ALTER TABLE calls
    ADD COLUMN talk_ratio          double precision CHECK (talk_ratio BETWEEN 0 AND 1),
    ADD COLUMN dead_air_longest_ms bigint,
    ADD COLUMN dead_air_ms         bigint,
    ADD COLUMN hold_ms             bigint,
    ADD COLUMN overtalk_ratio      double precision CHECK (overtalk_ratio BETWEEN 0 AND 1),
    ADD COLUMN agent_interruptions integer;

COMMENT ON COLUMN calls.talk_ratio IS 'the agent''s share of what both say';
