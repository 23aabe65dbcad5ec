-- The days' counts added up: what a report over many weeks reads. A function of force_days, made again with each of its
-- days. level says what a row is of: 2 one queue, 1 one team, 3 one team's part of a queue, 0 all.
CREATE TABLE force_weeks (
    week     date NOT NULL,
    level    smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
    queue    text,
    team     text,
    kind     text NOT NULL,
    polarity text NOT NULL,
    force    text NOT NULL,
    stage    text NOT NULL,
    code     text NOT NULL,
    owner    text NOT NULL,
    calls    bigint NOT NULL,
    severe   bigint NOT NULL
);

CREATE INDEX force_weeks_level ON force_weeks (level, week);
CREATE INDEX force_weeks_week ON force_weeks (week);

INSERT INTO force_weeks (week, level, queue, team, kind, polarity, force, stage, code, owner, calls, severe)
SELECT CAST(date_trunc('week', day) AS date) AS week, 3 - grouping(queue, team), queue, team, kind, polarity, force, stage,
    code, owner, sum(calls), sum(severe)
FROM force_days
GROUP BY 1, kind, polarity, force, stage, code, owner, GROUPING SETS ((), (queue), (team), (queue, team));

DROP INDEX force_days_kind;
