-- What the machine says of a call by a scorecard. Another version of anything that decides it adds rows and changes none
-- but "current", which says what pages show: the call's current analysis by the scorecard in force when it was stored.
CREATE TABLE evaluations (
    call_id                text NOT NULL REFERENCES calls ON DELETE CASCADE,
    scorecard              text NOT NULL,
    version_key            text NOT NULL,
    analysis_key           text NOT NULL,
    scorecard_version      text NOT NULL,
    total                  double precision,
    total_without_critical double precision,
    covered                integer NOT NULL CHECK (covered BETWEEN 0 AND 100),
    evaluated_at           timestamptz NOT NULL,
    current                boolean NOT NULL,
    PRIMARY KEY (call_id, scorecard, version_key, analysis_key),
    FOREIGN KEY (call_id, analysis_key) REFERENCES analyses (call_id, version_key) ON DELETE CASCADE
);

CREATE UNIQUE INDEX evaluations_current ON evaluations (call_id, scorecard) WHERE current;
CREATE INDEX evaluations_version ON evaluations (scorecard, version_key);

CREATE TABLE evaluation_answers (
    call_id      text NOT NULL,
    scorecard    text NOT NULL,
    version_key  text NOT NULL,
    analysis_key text NOT NULL,
    place        integer NOT NULL,
    criterion    text NOT NULL,
    weight       integer NOT NULL,
    critical     text,
    answer       text NOT NULL CHECK (answer IN ('met', 'not-met', 'not-applicable', 'unscored')),
    reason       text,
    probability  double precision CHECK (probability BETWEEN 0 AND 1),
    evidence     jsonb NOT NULL DEFAULT '[]',
    searched     jsonb,
    PRIMARY KEY (call_id, scorecard, version_key, analysis_key, place),
    FOREIGN KEY (call_id, scorecard, version_key, analysis_key) REFERENCES evaluations ON DELETE CASCADE,
    CHECK ((answer = 'unscored') = (reason IS NOT NULL))
);

CREATE INDEX evaluation_answers_criterion ON evaluation_answers (scorecard, criterion, answer);
