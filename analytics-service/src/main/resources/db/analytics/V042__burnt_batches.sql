-- Weeks of reviews whose evaluation calls were opened to mend the machine with. They stay evidence about every version
-- that had scored by then, and are none about a later one. A week is burnt once and for good.
CREATE TABLE burnt_batches (
    plan_id  bigint PRIMARY KEY REFERENCES sample_plans,
    burnt_at timestamptz NOT NULL,
    burnt_by text NOT NULL
);

CREATE TRIGGER burnt_batches_rows_stay BEFORE UPDATE OR DELETE ON burnt_batches
    FOR EACH ROW EXECUTE FUNCTION sample_plans_stay();
