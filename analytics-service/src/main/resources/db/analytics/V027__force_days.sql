-- How many calls of a day show what: counts of calls, so that days, queues and teams can be added up. A function of the
-- calls: it can be thrown away and made again. What a row counts: kind
--   calls     judged calls, what every rate is out of       unjudged  calls of which too little is heard
--   any       with a mark of the polarity                    force     … of the force
--   stage     … at the stage                                 cell      … of the force at the stage
--   code      … of the code                                  gap       … of the code, at the stage, that the owner acts on
--   owner     … that the owner acts on                       sign      with a sign of effort (code names it)
CREATE TABLE force_days (
    day      date NOT NULL,
    queue    text,
    team     text,
    kind     text NOT NULL,
    polarity text NOT NULL DEFAULT '',
    force    text NOT NULL DEFAULT '',
    stage    text NOT NULL DEFAULT '',
    code     text NOT NULL DEFAULT '',
    owner    text NOT NULL DEFAULT '',
    calls    integer NOT NULL CHECK (calls > 0),
    severe   integer NOT NULL CHECK (severe BETWEEN 0 AND calls)
);

CREATE INDEX force_days_kind ON force_days (kind, day) INCLUDE
    (queue, team, polarity, force, stage, code, owner, calls, severe);
CREATE INDEX force_days_day ON force_days (day);

-- Moments of calls whose day has to be counted again. Rows are only appended, so that storing a call never waits.
CREATE TABLE force_queue (
    entry_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    listed_at timestamptz NOT NULL
);

CREATE INDEX force_queue_listed ON force_queue (listed_at);

-- In which zone a day begins and ends; another one counts everything again.
CREATE TABLE force_zone (
    one  boolean PRIMARY KEY DEFAULT true CHECK (one),
    zone text NOT NULL
);

CREATE FUNCTION queue_for_counting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO force_queue (listed_at) SELECT OLD.listed_at WHERE OLD.listed_at IS NOT NULL;
    END IF;
    IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND NEW.listed_at IS DISTINCT FROM OLD.listed_at THEN
        INSERT INTO force_queue (listed_at) SELECT NEW.listed_at WHERE NEW.listed_at IS NOT NULL;
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER calls_count_changed AFTER UPDATE ON calls FOR EACH ROW
    WHEN ((NEW.version_key IS NOT NULL OR OLD.version_key IS NOT NULL)
        AND (NEW.version_key, NEW.analyzed_at, NEW.verdict, NEW.repeat_said, NEW.listed_at, NEW.queue, NEW.team)
        IS DISTINCT FROM (OLD.version_key, OLD.analyzed_at, OLD.verdict, OLD.repeat_said, OLD.listed_at, OLD.queue,
            OLD.team))
    EXECUTE FUNCTION queue_for_counting();
CREATE TRIGGER calls_count_added AFTER INSERT ON calls FOR EACH ROW
    WHEN (NEW.version_key IS NOT NULL) EXECUTE FUNCTION queue_for_counting();
CREATE TRIGGER calls_count_removed AFTER DELETE ON calls FOR EACH ROW
    WHEN (OLD.version_key IS NOT NULL) EXECUTE FUNCTION queue_for_counting();

CREATE FUNCTION queue_contact_for_counting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO force_queue (listed_at)
    VALUES (CASE WHEN TG_OP = 'DELETE' THEN OLD.started_at ELSE NEW.started_at END);
    RETURN NULL;
END
$$;

-- Only repeats and forwarded contacts are counted.
CREATE TRIGGER contacts_count_added AFTER INSERT ON contacts FOR EACH ROW
    WHEN (NEW.position > 1 OR NEW.calls > 1) EXECUTE FUNCTION queue_contact_for_counting();
CREATE TRIGGER contacts_count_changed AFTER UPDATE ON contacts FOR EACH ROW
    WHEN ((NEW.position > 1, NEW.calls > 1, NEW.started_at)
        IS DISTINCT FROM (OLD.position > 1, OLD.calls > 1, OLD.started_at))
    EXECUTE FUNCTION queue_contact_for_counting();
CREATE TRIGGER contacts_count_removed AFTER DELETE ON contacts FOR EACH ROW
    WHEN (OLD.position > 1 OR OLD.calls > 1) EXECUTE FUNCTION queue_contact_for_counting();

INSERT INTO force_queue (listed_at)
SELECT DISTINCT date_trunc('hour', listed_at) FROM calls WHERE version_key IS NOT NULL AND listed_at IS NOT NULL;
