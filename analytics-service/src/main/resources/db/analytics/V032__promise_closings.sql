-- What people and other systems say became of a promise. The latest that was not taken back counts; rows stay.
CREATE TABLE promise_closings (
    closing_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    promise_id bigint NOT NULL REFERENCES promises ON DELETE CASCADE,
    outcome    text NOT NULL CHECK (outcome IN ('kept', 'broken', 'cancelled')),
    happened_at timestamptz NOT NULL,
    who        text NOT NULL,
    note       text NOT NULL DEFAULT '',
    by_login   text NOT NULL,
    at         timestamptz NOT NULL,
    undone_at  timestamptz,
    undone_by  text,
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);

CREATE UNIQUE INDEX promise_closings_standing ON promise_closings (promise_id) WHERE undone_at IS NULL;
CREATE INDEX promise_closings_promise ON promise_closings (promise_id, closing_id);
