-- Alarms about the machine's accuracy, from their beginning to their end. A subject has one open alarm of a kind at most,
-- so that of several processes that notice it one begins it.
CREATE TABLE accuracy_alarms (
    alarm_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text NOT NULL CHECK (kind IN ('disagreement', 'input')),
    subject    text NOT NULL,
    version    text NOT NULL,
    since      timestamptz NOT NULL,
    started_at timestamptz NOT NULL,
    ended_at   timestamptz CHECK (ended_at >= started_at),
    start_published_at timestamptz,
    end_published_at   timestamptz
);

CREATE UNIQUE INDEX accuracy_alarms_open ON accuracy_alarms (kind, subject) WHERE ended_at IS NULL;
CREATE INDEX accuracy_alarms_unpublished ON accuracy_alarms (alarm_id)
    WHERE start_published_at IS NULL OR ended_at IS NOT NULL AND end_published_at IS NULL;

-- Of when the report is that alarms were last taken from: an older one says nothing any more.
CREATE TABLE accuracy_looked (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    at  timestamptz NOT NULL
);
