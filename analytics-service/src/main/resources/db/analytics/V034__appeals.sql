-- An objection of an agent's team to one criterion of a review. The review stays as it is: what is decided stands here,
-- beside it, so no rate can read it. What was filed is never changed; who decides, and what, is added once.
CREATE TABLE appeals (
    appeal_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    review_id        bigint NOT NULL REFERENCES reviews ON DELETE CASCADE,
    call_id          text NOT NULL REFERENCES calls ON DELETE CASCADE,
    criterion        text NOT NULL,
    reason           text NOT NULL,
    at_ms            bigint CHECK (at_ms >= 0),
    filed_by         text NOT NULL,
    filed_at         timestamptz NOT NULL,
    due_at           timestamptz NOT NULL CHECK (due_at > filed_at),
    taken_by         text CHECK (taken_by <> filed_by),
    decided_at       timestamptz CHECK (decided_at < due_at),
    decided_answer   text CHECK (decided_answer IN ('met', 'not-met', 'not-applicable')),
    decision_comment text,
    UNIQUE (review_id, criterion),
    CHECK ((decided_at IS NULL) = (decided_answer IS NULL)),
    CHECK (decided_at IS NULL OR taken_by IS NOT NULL)
);

CREATE INDEX appeals_call ON appeals (call_id);
CREATE INDEX appeals_taken ON appeals (taken_by) WHERE decided_at IS NULL;

CREATE FUNCTION appeals_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.decided_at IS NOT NULL
        OR (OLD.review_id, OLD.criterion, OLD.reason, OLD.at_ms, OLD.filed_by, OLD.filed_at, OLD.due_at)
            IS DISTINCT FROM (NEW.review_id, NEW.criterion, NEW.reason, NEW.at_ms, NEW.filed_by, NEW.filed_at, NEW.due_at)
    THEN
        RAISE EXCEPTION 'an appeal is decided once and what was filed is not changed: UPDATE refused';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER appeals_rows_stay BEFORE UPDATE ON appeals FOR EACH ROW EXECUTE FUNCTION appeals_stay();
