-- What a language model answered to the question whether a customer's later contact is about the same issue as an
-- earlier one. Each pair of transcripts is asked about once; a claim keeps two processes from asking both.
CREATE TABLE issue_pairs (
    earlier_id     text NOT NULL REFERENCES calls ON DELETE CASCADE,
    later_id       text NOT NULL REFERENCES calls ON DELETE CASCADE,
    customer_key   text NOT NULL,
    earlier_hash   text NOT NULL,
    later_hash     text NOT NULL,
    claimed_until  timestamptz NOT NULL,
    asked_version  text,
    -- null while it is being asked
    answer         text CHECK (answer IN ('same', 'different', 'undecided')),
    -- why there is no usable answer; then it is undecided
    failure        text,
    earlier_ms     bigint,
    later_ms       bigint,
    answered_at    timestamptz,
    PRIMARY KEY (later_id, earlier_id),
    CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CHECK (answer IS DISTINCT FROM 'same' OR earlier_ms IS NOT NULL AND later_ms IS NOT NULL)
);

CREATE INDEX issue_pairs_customer ON issue_pairs (customer_key);
CREATE INDEX issue_pairs_earlier ON issue_pairs (earlier_id);

-- Where to look for the next: contacts of known customers, the newest first.
CREATE INDEX contacts_newest_linkable ON contacts (started_at DESC) WHERE standing = 'linkable' AND judged;
