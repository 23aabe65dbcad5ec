-- Agent and customer exchanged by people who listened. Only appended: the latest row of a call counts, and one that is
-- not swapped takes the ones before back. What was confirmed is the transcript that the row names.
CREATE TABLE party_corrections (
    call_id         text NOT NULL REFERENCES calls ON DELETE CASCADE,
    number          integer NOT NULL CHECK (number > 0),
    swapped         boolean NOT NULL,
    transcript_hash text NOT NULL,
    by_login        text NOT NULL,
    by_name         text NOT NULL,
    at              timestamptz NOT NULL,
    published_at    timestamptz,
    PRIMARY KEY (call_id, number),
    FOREIGN KEY (call_id, transcript_hash) REFERENCES transcripts ON DELETE CASCADE
);

-- Analyses that were stored with a correction and are not on the topic yet.
CREATE INDEX party_corrections_unpublished ON party_corrections (at) WHERE published_at IS NULL;
CREATE INDEX party_corrections_at ON party_corrections (at);
