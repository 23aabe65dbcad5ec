-- One row per call, whatever becomes of it. What is shown of the call follows from it alone.
CREATE TABLE calls (
    call_id         text PRIMARY KEY,
    state           text NOT NULL CHECK (state IN ('recorded', 'transcribed', 'analyzed', 'failed')),
    started_at      timestamptz,
    agent_id        text,
    agent_name      text,
    team            text,
    queue           text,
    direction       text,
    customer_key    text,
    customer_last4  text,
    product         text,
    language        text,
    stage           text,
    channel_parties jsonb NOT NULL DEFAULT '[]',
    attributes      jsonb NOT NULL DEFAULT '{}',
    metadata_at     timestamptz,
    audio           jsonb,
    duration_ms     bigint,
    recorded_at     timestamptz,
    transcribed_at  timestamptz,
    analyzed_at     timestamptz,
    progress_at     timestamptz,
    failed_at       timestamptz,
    failed_stage    text,
    failed_reason   text,
    failed_detail   text,
    transcript_hash text,
    version_key     text,
    verdict         text,
    contact_reason  text,
    resolution      text,
    repeat_said     boolean,
    repeat_number   integer,
    repeat_cause    text,
    flag_priority   integer,
    arrived_at      timestamptz GENERATED ALWAYS AS (coalesce(recorded_at, transcribed_at, failed_at)) STORED,
    listed_at       timestamptz
        GENERATED ALWAYS AS (coalesce(started_at, recorded_at, transcribed_at, failed_at)) STORED,
    CHECK (state <> 'analyzed' OR (version_key IS NOT NULL AND analyzed_at IS NOT NULL)),
    CHECK (state <> 'transcribed' OR transcript_hash IS NOT NULL),
    CHECK (state <> 'failed' OR failed_reason IS NOT NULL)
);

CREATE INDEX calls_listed ON calls (listed_at DESC, call_id);
CREATE INDEX calls_flagged ON calls (flag_priority, listed_at, call_id) WHERE flag_priority IS NOT NULL;
CREATE INDEX calls_customer ON calls (customer_key, listed_at DESC) WHERE customer_key IS NOT NULL;
CREATE INDEX calls_waiting ON calls (arrived_at) WHERE state IN ('recorded', 'transcribed');
CREATE INDEX calls_failed ON calls (failed_at DESC, call_id) WHERE state = 'failed';
CREATE INDEX calls_analyzed ON calls (analyzed_at);

-- The configuration 'russian' stems Cyrillic words as Russian and ASCII words as English.
CREATE TABLE transcripts (
    call_id         text NOT NULL REFERENCES calls ON DELETE CASCADE,
    transcript_hash text NOT NULL,
    asr_model_id    text NOT NULL,
    asr_model_hash  text,
    source          text NOT NULL,
    language        text NOT NULL,
    duration_ms     bigint NOT NULL,
    channel_count   integer NOT NULL,
    transcribed_at  timestamptz NOT NULL,
    processing_ms   bigint NOT NULL,
    search          tsvector NOT NULL,
    PRIMARY KEY (call_id, transcript_hash)
);

CREATE INDEX transcripts_search ON transcripts USING gin (search);

CREATE TABLE utterances (
    call_id         text NOT NULL,
    transcript_hash text NOT NULL,
    utterance_id    integer NOT NULL,
    channel         integer NOT NULL,
    party           text NOT NULL,
    start_ms        bigint NOT NULL,
    end_ms          bigint NOT NULL,
    text            text NOT NULL,
    confidence      double precision,
    words           jsonb NOT NULL DEFAULT '[]',
    search          tsvector GENERATED ALWAYS AS
        (to_tsvector('pg_catalog.russian'::regconfig, left(translate(text, 'ёЁ', 'еЕ'), 250000))) STORED,
    PRIMARY KEY (call_id, transcript_hash, utterance_id),
    FOREIGN KEY (call_id, transcript_hash) REFERENCES transcripts ON DELETE CASCADE
);

CREATE INDEX utterances_search ON utterances USING gin (search);
