-- Which calls of a week people review, with the probability each was drawn with. A plan is kept before anybody reviews
-- and never changed; only who sits on which seat may change.
CREATE TABLE sample_plans (
    plan_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    week       date NOT NULL UNIQUE CHECK (extract(isodow FROM week) = 1),
    seed       bigint NOT NULL,
    settings   jsonb NOT NULL,
    candidates integer NOT NULL CHECK (candidates > 0),
    made_at    timestamptz NOT NULL,
    made_by    text NOT NULL
);

CREATE TABLE planned_calls (
    plan_id       bigint NOT NULL REFERENCES sample_plans,
    call_id       text NOT NULL REFERENCES calls ON DELETE CASCADE,
    place         integer NOT NULL,
    scorecard     text NOT NULL,
    pi            double precision NOT NULL CHECK (pi > 0 AND pi <= 1),
    certain       boolean NOT NULL,
    stratum       text NOT NULL,
    agent         text NOT NULL,
    team          text NOT NULL,
    role          text NOT NULL CHECK (role IN ('tuning', 'evaluation')),
    double_scored boolean NOT NULL,
    second_pi     double precision NOT NULL CHECK (second_pi BETWEEN 0 AND 1),
    PRIMARY KEY (plan_id, call_id),
    UNIQUE (plan_id, place)
);

CREATE INDEX planned_calls_call ON planned_calls (call_id);

CREATE FUNCTION sample_plans_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is not changed once it is made: % refused', TG_TABLE_NAME, TG_OP;
END
$$;

CREATE TRIGGER sample_plans_rows_stay BEFORE UPDATE OR DELETE ON sample_plans
    FOR EACH ROW EXECUTE FUNCTION sample_plans_stay();
-- a call that is deleted takes its place along
CREATE TRIGGER planned_calls_rows_stay BEFORE UPDATE ON planned_calls
    FOR EACH ROW EXECUTE FUNCTION sample_plans_stay();

-- Who reviews a planned call: two for one that is scored twice, never the same. Without a reviewer the seat is free.
CREATE TABLE review_seats (
    plan_id     bigint NOT NULL,
    call_id     text NOT NULL,
    seat        text NOT NULL CHECK (seat IN ('first', 'second')),
    reviewer    text,
    assigned_at timestamptz NOT NULL,
    PRIMARY KEY (plan_id, call_id, seat),
    UNIQUE (plan_id, call_id, reviewer),
    FOREIGN KEY (plan_id, call_id) REFERENCES planned_calls ON DELETE CASCADE
);

CREATE INDEX review_seats_reviewer ON review_seats (reviewer, call_id);
