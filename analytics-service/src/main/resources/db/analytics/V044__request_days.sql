-- What the page on requests and ideas counts of a day: calls, so that days, queues and teams can be added up. Kept with
-- force_days, in the same transaction: a function of the calls that can be thrown away and made again. What a row counts:
-- kind (item, part)
--   calls          judged calls                          unjudged       calls of which too little is heard
--   contact        … that a customer made                reason         … by contact reason
--   signal         … with a signal                       signal-reason  … by the call's contact reason
--   name           … that names a competitor of the site's list
--   break          … in which self-service broke         break-step     … where
--   break-stage    … at the stage                        break-product  … of the product
--   product        judged calls of the product           owner          … whose gravest barrier is the department's
--   voice          … with a signal of the process, by that department
-- agents has one bit of 64 for each agent, by a hash: as many bits as are set, at least so many agents there are.
-- hear has up to five calls, the newest first.
CREATE TABLE request_days (
    day    date NOT NULL,
    queue  text,
    team   text,
    kind   text NOT NULL,
    item   text NOT NULL,
    part   text NOT NULL,
    calls  integer NOT NULL CHECK (calls > 0),
    agents bigint NOT NULL,
    hear   text[] NOT NULL
);

CREATE INDEX request_days_day ON request_days (day);
CREATE INDEX request_days_hear ON request_days (kind, item, part, day) WHERE hear <> '{}';

-- The days' counts added up, at the levels of force_weeks: 2 one queue, 1 one team, 3 one team's part of a queue, 0 all.
CREATE TABLE request_weeks (
    week   date NOT NULL,
    level  smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
    queue  text,
    team   text,
    kind   text NOT NULL,
    item   text NOT NULL,
    part   text NOT NULL,
    calls  bigint NOT NULL,
    agents bigint NOT NULL
);

CREATE INDEX request_weeks_level ON request_weeks (level, week, kind);
CREATE INDEX request_weeks_week ON request_weeks (week);

-- By which list competitors were named; another list counts everything again.
CREATE TABLE request_rules (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    rules_hash text NOT NULL
);

-- force_queue knows of all that forces count; requests count products, directions, agents and forwarded calls, too.
CREATE TRIGGER calls_request_changed AFTER UPDATE ON calls FOR EACH ROW
    WHEN ((NEW.version_key IS NOT NULL OR OLD.version_key IS NOT NULL)
        AND (NEW.product, NEW.direction, NEW.agent_id) IS DISTINCT FROM (OLD.product, OLD.direction, OLD.agent_id))
    EXECUTE FUNCTION queue_for_counting();

CREATE FUNCTION queue_forwarded_for_counting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO force_queue (listed_at)
    SELECT listed_at FROM calls
    WHERE call_id = CASE WHEN TG_OP = 'DELETE' THEN OLD.call_id ELSE NEW.call_id END AND listed_at IS NOT NULL;
    RETURN NULL;
END
$$;

CREATE TRIGGER contact_calls_count_added AFTER INSERT ON contact_calls FOR EACH ROW
    EXECUTE FUNCTION queue_forwarded_for_counting();
CREATE TRIGGER contact_calls_count_removed AFTER DELETE ON contact_calls FOR EACH ROW
    EXECUTE FUNCTION queue_forwarded_for_counting();

INSERT INTO force_queue (listed_at)
SELECT DISTINCT date_trunc('hour', listed_at) FROM calls WHERE version_key IS NOT NULL AND listed_at IS NOT NULL;
