-- Sessions in which several people score the same calls. Their reviews name the session and no plan, so no rate reads
-- them. A call is in one session at most.
CREATE TABLE calibration_sessions (
    session_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL,
    scorecard  text NOT NULL,
    week       date NOT NULL CHECK (extract(isodow FROM week) = 1),
    seed       bigint NOT NULL,
    made_at    timestamptz NOT NULL,
    made_by    text NOT NULL,
    closed_at  timestamptz
);

CREATE TABLE calibration_calls (
    session_id bigint NOT NULL REFERENCES calibration_sessions ON DELETE CASCADE,
    call_id    text NOT NULL UNIQUE REFERENCES calls ON DELETE CASCADE,
    place      integer NOT NULL,
    PRIMARY KEY (session_id, call_id)
);

CREATE TABLE calibration_people (
    session_id bigint NOT NULL REFERENCES calibration_sessions ON DELETE CASCADE,
    reviewer   text NOT NULL,
    PRIMARY KEY (session_id, reviewer)
);

CREATE INDEX calibration_people_reviewer ON calibration_people (reviewer);

ALTER TABLE reviews ADD COLUMN session_id bigint CHECK (session_id IS NULL OR seat = 'calibration');
ALTER TABLE reviews ADD FOREIGN KEY (session_id, call_id) REFERENCES calibration_calls ON DELETE CASCADE;

-- Of two that submit at once one wins.
CREATE UNIQUE INDEX reviews_session ON reviews (session_id, call_id, reviewer)
    WHERE session_id IS NOT NULL AND replaces IS NULL;
