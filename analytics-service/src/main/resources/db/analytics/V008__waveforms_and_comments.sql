-- How loud each channel of a recording is: one byte for each bucket. Imported transcripts and older calls have none.
CREATE TABLE waveforms (
    call_id         text NOT NULL,
    transcript_hash text NOT NULL,
    channel         integer NOT NULL,
    bucket_ms       integer NOT NULL CHECK (bucket_ms > 0),
    peaks           bytea NOT NULL,
    PRIMARY KEY (call_id, transcript_hash, channel),
    FOREIGN KEY (call_id, transcript_hash) REFERENCES transcripts ON DELETE CASCADE
);

-- What people say about a call. Rows are only added; the author may take his own back within a day, which is noted.
CREATE TABLE comments (
    call_id      text NOT NULL REFERENCES calls ON DELETE CASCADE,
    number       integer NOT NULL CHECK (number > 0),
    at_ms        bigint CHECK (at_ms >= 0),
    author_login text NOT NULL,
    author_name  text NOT NULL,
    text         text NOT NULL CHECK (char_length(text) BETWEEN 1 AND 2000),
    created_at   timestamptz NOT NULL,
    deleted_at   timestamptz,
    PRIMARY KEY (call_id, number)
);
