-- What people say of a call. A review is never changed: a changed mind is another one that names the first. "pi" is
-- null when nobody knows how the call was chosen; such a review never counts for rates. "machine_key" is the version key
-- of the machine's evaluation that stood when the review was given.
CREATE TABLE reviews (
    review_id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    call_id           text NOT NULL REFERENCES calls ON DELETE CASCADE,
    plan_id           bigint,
    seat              text NOT NULL CHECK (seat IN ('first', 'second', 'adjudication', 'calibration', 'import')),
    reviewer          text NOT NULL,
    blind             boolean NOT NULL,
    pi                double precision CHECK (pi > 0 AND pi <= 1),
    scorecard         text NOT NULL,
    scorecard_version text NOT NULL,
    machine_key       text,
    comment           text,
    submitted_at      timestamptz NOT NULL,
    replaces          bigint REFERENCES reviews ON DELETE CASCADE,
    published_at      timestamptz,
    CHECK (plan_id IS NOT NULL OR pi IS NULL),
    CHECK (plan_id IS NOT NULL OR seat IN ('calibration', 'import')),
    FOREIGN KEY (plan_id, call_id) REFERENCES planned_calls ON DELETE CASCADE
);

-- Of two that submit at once one wins.
CREATE UNIQUE INDEX reviews_seat ON reviews (plan_id, call_id, seat) WHERE plan_id IS NOT NULL AND replaces IS NULL;
CREATE UNIQUE INDEX reviews_replaced ON reviews (replaces) WHERE replaces IS NOT NULL;
CREATE INDEX reviews_call ON reviews (call_id);
CREATE INDEX reviews_reviewer ON reviews (reviewer, submitted_at);
CREATE INDEX reviews_unpublished ON reviews (review_id) WHERE published_at IS NULL;

-- item: id of the criterion, force, code or cause; empty where a subject has one answer.
CREATE TABLE review_answers (
    review_id bigint NOT NULL REFERENCES reviews ON DELETE CASCADE,
    subject   text NOT NULL
        CHECK (subject IN ('criterion', 'force', 'code', 'repeat', 'cause', 'resolution', 'recognition')),
    item      text NOT NULL DEFAULT '',
    answer    text NOT NULL,
    severity  integer CHECK (severity BETWEEN 1 AND 3),
    comment   text,
    at_ms     bigint CHECK (at_ms >= 0),
    PRIMARY KEY (review_id, subject, item)
);

CREATE INDEX review_answers_item ON review_answers (subject, item, answer);
