-- Contacts of whole weeks, counted: what a report over many weeks adds up. A function of the contacts: it can be thrown
-- away and made again. level says which of the five columns a row is of, as a sum: 16 queue, 8 team, 4 contact reason,
-- 2 product, 1 stage. Every week stands there as a whole (0), by each column, by each two, and by all five (31).
CREATE TABLE repeat_weeks (
    week           date NOT NULL,
    level          smallint NOT NULL CHECK (level BETWEEN 0 AND 31),
    queue          text,
    team           text,
    contact_reason text,
    product        text,
    stage          text,
    contacts       bigint NOT NULL,
    unjudged       bigint NOT NULL,
    said           bigint NOT NULL,
    linkable       bigint NOT NULL,
    linked         bigint NOT NULL,
    both_signals   bigint NOT NULL,
    said_linkable  bigint NOT NULL,
    anonymous      bigint NOT NULL,
    crowded        bigint NOT NULL,
    issues         bigint NOT NULL,
    solved         bigint NOT NULL,
    handle_ms      bigint NOT NULL,
    repeat_ms      bigint NOT NULL
);

CREATE INDEX repeat_weeks_level ON repeat_weeks (level, week);
CREATE INDEX repeat_weeks_team ON repeat_weeks (team, week) WHERE level = 31;
CREATE INDEX repeat_weeks_week ON repeat_weeks (week);

CREATE TABLE repeat_week_causes (
    week           date NOT NULL,
    level          smallint NOT NULL CHECK (level BETWEEN 0 AND 31),
    queue          text,
    team           text,
    contact_reason text,
    product        text,
    stage          text,
    cause          text NOT NULL,
    cause_owner    text,
    cause_basis    text NOT NULL,
    repeats        bigint NOT NULL,
    handle_ms      bigint NOT NULL
);

CREATE INDEX repeat_week_causes_level ON repeat_week_causes (level, week);
CREATE INDEX repeat_week_causes_team ON repeat_week_causes (team, week) WHERE level = 31;
CREATE INDEX repeat_week_causes_week ON repeat_week_causes (week);

-- Moments, to a quarter of an hour, of contacts whose week has to be counted again. Rows are only appended, so that
-- linking never waits; until a week is counted again reports read its contacts.
CREATE TABLE repeat_week_queue (
    entry_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    started_at timestamptz NOT NULL
);

CREATE INDEX repeat_week_queue_started ON repeat_week_queue (started_at);

-- In which zone a week begins and ends; another one counts everything again.
CREATE TABLE repeat_week_zone (
    one  boolean PRIMARY KEY DEFAULT true CHECK (one),
    zone text NOT NULL
);

CREATE FUNCTION queue_weeks_of_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO repeat_week_queue (started_at)
    SELECT DISTINCT date_bin('15 minutes', started_at, '2000-01-01 00:00:00+00') FROM touched;
    RETURN NULL;
END
$$;

CREATE FUNCTION queue_weeks_of_changed_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO repeat_week_queue (started_at)
    SELECT date_bin('15 minutes', started_at, '2000-01-01 00:00:00+00')
    FROM (SELECT started_at FROM before UNION ALL SELECT started_at FROM after) AS touched GROUP BY 1;
    RETURN NULL;
END
$$;

CREATE FUNCTION forget_weeks_of_contacts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM repeat_weeks;
    DELETE FROM repeat_week_causes;
    RETURN NULL;
END
$$;

CREATE TRIGGER contacts_week_added AFTER INSERT ON contacts REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION queue_weeks_of_contacts();
CREATE TRIGGER contacts_week_removed AFTER DELETE ON contacts REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION queue_weeks_of_contacts();
CREATE TRIGGER contacts_week_changed AFTER UPDATE ON contacts REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION queue_weeks_of_changed_contacts();
CREATE TRIGGER contacts_week_forgotten AFTER TRUNCATE ON contacts
    FOR EACH STATEMENT EXECUTE FUNCTION forget_weeks_of_contacts();

INSERT INTO repeat_week_queue (started_at)
SELECT DISTINCT date_bin('15 minutes', started_at, '2000-01-01 00:00:00+00') FROM contacts;

-- How much customers' contacts resemble one another is measured on some of the customers where there are many: those of
-- the first slices out of 1024. An anonymous contact is a customer of its own.
ALTER TABLE contacts
    ADD COLUMN customer_mark bigint NOT NULL
        GENERATED ALWAYS AS (hashtextextended(coalesce(customer_key, call_id), 0)) STORED,
    ADD COLUMN customer_slice smallint NOT NULL
        GENERATED ALWAYS AS (CAST(hashtextextended(coalesce(customer_key, call_id), 0) & 1023 AS smallint)) STORED;

CREATE INDEX contacts_slice ON contacts (customer_slice, started_at) INCLUDE
    (customer_mark, call_id, team, queue, contact_reason, product, stage, said, position) WHERE judged;

-- The calls to listen to, of each cause in the order in which they are shown.
CREATE INDEX contacts_to_hear ON contacts
    (cause, (coalesce(cause_owner, '')), (cause_basis = 'said'), started_at DESC, call_id) WHERE cause IS NOT NULL;

CREATE INDEX contacts_crowded ON contacts (started_at) INCLUDE
    (customer_key, call_id, team, queue, contact_reason, product, stage) WHERE standing = 'crowded';
