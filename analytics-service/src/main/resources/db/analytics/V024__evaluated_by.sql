-- The scorecards by which all stored calls have been evaluated; others in force have them evaluated again.
CREATE TABLE evaluated_by (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    scorecards  text NOT NULL,
    finished_at timestamptz NOT NULL
);
