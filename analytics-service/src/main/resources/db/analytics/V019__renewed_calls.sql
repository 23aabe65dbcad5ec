-- Analyses that a reanalysis put in the place of another, and whether they are on the topic yet.
CREATE TABLE renewed_calls (
    reanalysis_id bigint NOT NULL REFERENCES reanalyses ON DELETE CASCADE,
    call_id       text NOT NULL REFERENCES calls ON DELETE CASCADE,
    version_key   text NOT NULL,
    before_key    text NOT NULL,
    renewed_at    timestamptz NOT NULL,
    published_at  timestamptz,
    PRIMARY KEY (reanalysis_id, call_id)
);

CREATE INDEX renewed_calls_unpublished ON renewed_calls (renewed_at, call_id) WHERE published_at IS NULL;
CREATE INDEX renewed_calls_call ON renewed_calls (call_id);
