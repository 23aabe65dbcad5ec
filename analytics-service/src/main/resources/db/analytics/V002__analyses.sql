-- What one version of the machine heard in one call. A new version adds rows and changes none.
CREATE TABLE analyses (
    call_id         text NOT NULL REFERENCES calls ON DELETE CASCADE,
    version_key     text NOT NULL,
    versions        jsonb NOT NULL,
    transcript_hash text NOT NULL,
    verdict         text NOT NULL,
    contact_reason  text NOT NULL,
    resolution      text NOT NULL,
    repeat_contact  jsonb NOT NULL,
    analyzed_at     timestamptz NOT NULL,
    PRIMARY KEY (call_id, version_key),
    FOREIGN KEY (call_id, transcript_hash) REFERENCES transcripts ON DELETE CASCADE
);

CREATE TABLE marks (
    call_id     text NOT NULL,
    version_key text NOT NULL,
    place       integer NOT NULL,
    force       text NOT NULL,
    code        text NOT NULL,
    polarity    text NOT NULL,
    stage       text NOT NULL,
    severity    integer NOT NULL,
    party       text NOT NULL,
    evidence    jsonb NOT NULL,
    owner       text NOT NULL,
    confidence  double precision NOT NULL,
    classifier  text NOT NULL,
    PRIMARY KEY (call_id, version_key, place),
    FOREIGN KEY (call_id, version_key) REFERENCES analyses ON DELETE CASCADE
);

CREATE INDEX marks_code ON marks (code, call_id, version_key);
CREATE INDEX marks_force ON marks (force, call_id, version_key);

CREATE TABLE signals (
    call_id     text NOT NULL,
    version_key text NOT NULL,
    place       integer NOT NULL,
    signal      text NOT NULL,
    party       text NOT NULL,
    evidence    jsonb NOT NULL,
    PRIMARY KEY (call_id, version_key, place),
    FOREIGN KEY (call_id, version_key) REFERENCES analyses ON DELETE CASCADE
);

CREATE INDEX signals_signal ON signals (signal, call_id, version_key);

CREATE TABLE flags (
    call_id     text NOT NULL,
    version_key text NOT NULL,
    place       integer NOT NULL,
    rule        text NOT NULL,
    priority    integer NOT NULL,
    evidence    jsonb NOT NULL,
    PRIMARY KEY (call_id, version_key, place),
    FOREIGN KEY (call_id, version_key) REFERENCES analyses ON DELETE CASCADE
);

CREATE INDEX flags_rule ON flags (rule, call_id, version_key);
