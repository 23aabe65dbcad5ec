-- What came in, by week: some thousands of each week's calls, chosen by a hash of their ids, counted by agent so that
-- calls of one agent can count as fewer. A function of the calls: it can be thrown away and made again. feature is a
-- measure or a name of the calls, or the key of a criterion; bin is the place of a measure's bin, or a name.
CREATE TABLE input_weeks (
    week      date NOT NULL,
    simulated boolean NOT NULL,
    team      text NOT NULL,
    agent     text NOT NULL,
    feature   text NOT NULL,
    bin       text NOT NULL,
    calls     integer NOT NULL CHECK (calls > 0),
    total     double precision
);

CREATE INDEX input_weeks_week ON input_weeks (week, simulated);

-- When a week was counted, in which zone, and what its calls were then.
CREATE TABLE input_weeks_counted (
    week       date PRIMARY KEY CHECK (extract(isodow FROM week) = 1),
    zone       text NOT NULL,
    calls      bigint NOT NULL,
    newest     timestamptz,
    counted_at timestamptz NOT NULL
);
