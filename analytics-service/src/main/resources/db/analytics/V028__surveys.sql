-- Answers to surveys. A row without any score: asked, and not answered.
CREATE TABLE surveys (
    subject      text PRIMARY KEY,
    call_id      text REFERENCES calls ON DELETE CASCADE,
    customer_key text,
    asked_on     date,
    nps          double precision CHECK (nps BETWEEN 0 AND 10),
    csi          double precision CHECK (csi BETWEEN 0 AND 100),
    csat         double precision CHECK (csat BETWEEN 1 AND 5),
    ces          double precision CHECK (ces BETWEEN 1 AND 7),
    CHECK (call_id IS NOT NULL OR (customer_key IS NOT NULL AND asked_on IS NOT NULL))
);

CREATE INDEX surveys_call ON surveys (call_id) WHERE call_id IS NOT NULL;
CREATE INDEX surveys_customer ON surveys (customer_key, asked_on) WHERE customer_key IS NOT NULL;

-- Figures of the telephone system for a queue and a time; durations in seconds, shares in percent.
CREATE TABLE acd_figures (
    queue     text NOT NULL,
    began_at  timestamptz NOT NULL,
    ended_at  timestamptz NOT NULL CHECK (ended_at > began_at),
    offered   double precision CHECK (offered >= 0),
    aht       double precision CHECK (aht >= 0),
    asa       double precision CHECK (asa >= 0),
    sl        double precision CHECK (sl BETWEEN 0 AND 100),
    lcr       double precision CHECK (lcr BETWEEN 0 AND 100),
    occupancy double precision CHECK (occupancy BETWEEN 0 AND 100),
    PRIMARY KEY (queue, began_at)
);

CREATE INDEX acd_figures_began ON acd_figures (began_at);

-- What is known of a team's people in a month.
CREATE TABLE team_figures (
    team     text NOT NULL,
    month    date NOT NULL CHECK (extract(day FROM month) = 1),
    enps     double precision CHECK (enps BETWEEN -100 AND 100),
    turnover double precision CHECK (turnover BETWEEN 0 AND 100),
    PRIMARY KEY (team, month)
);
