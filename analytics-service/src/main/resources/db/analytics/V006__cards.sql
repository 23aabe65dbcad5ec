-- A piece of work at the supervisor's desk: one customer and one issue, with all its flagged calls. What the queue is
-- ordered by stands on the card itself, so that the queue is one walk along an index.
CREATE TABLE cards (
    card_id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version              integer NOT NULL DEFAULT 1,
    customer_key         text,
    contact_reason       text NOT NULL,
    state                text NOT NULL DEFAULT 'new'
        CHECK (state IN ('new', 'in-work', 'put-off', 'handed-over', 'checked')),
    state_at             timestamptz NOT NULL,
    by_login             text,
    by_name              text,
    until_at             timestamptz,
    note                 text,
    to_department        text,
    to_login             text,
    outcome              text,
    false_reason         text,
    follow_up            text,
    follow_up_department text,
    reopened_by          text,
    live                 boolean NOT NULL DEFAULT false,
    capped               boolean NOT NULL DEFAULT false,
    priority             integer NOT NULL DEFAULT 3,
    due_at               timestamptz NOT NULL,
    severity             integer NOT NULL DEFAULT 0,
    confidence           double precision NOT NULL DEFAULT 0,
    rule                 text NOT NULL DEFAULT '',
    rules                text[] NOT NULL DEFAULT '{}',
    agent                text,
    teams                text[] NOT NULL DEFAULT '{}',
    work_ms              bigint NOT NULL DEFAULT 0,
    calls                integer NOT NULL DEFAULT 0,
    first_call_at        timestamptz NOT NULL,
    last_call_at         timestamptz NOT NULL,
    CHECK (state IN ('new') OR by_login IS NOT NULL),
    CHECK (state <> 'put-off' OR until_at IS NOT NULL),
    CHECK (state <> 'handed-over' OR to_department IS NOT NULL OR to_login IS NOT NULL),
    CHECK (state <> 'checked' OR outcome IS NOT NULL)
);

CREATE INDEX cards_queue ON cards (priority, due_at, severity DESC, confidence DESC, card_id)
    WHERE state IN ('new', 'in-work', 'handed-over') AND live AND NOT capped;
CREATE INDEX cards_customer ON cards (customer_key, last_call_at DESC) WHERE customer_key IS NOT NULL;
CREATE INDEX cards_put_off ON cards (until_at) WHERE state = 'put-off';
CREATE INDEX cards_capped ON cards (state) WHERE capped AND live AND state = 'new';
CREATE INDEX cards_held ON cards (state, state_at DESC) WHERE state IN ('in-work', 'handed-over', 'checked');

-- A call is on one card for good: what was decided about it stays with it.
CREATE TABLE card_calls (
    call_id         text PRIMARY KEY REFERENCES calls ON DELETE CASCADE,
    card_id         bigint NOT NULL REFERENCES cards ON DELETE CASCADE,
    transcript_hash text NOT NULL,
    severity        integer NOT NULL,
    joined_at       timestamptz NOT NULL,
    settled_at      timestamptz
);

CREATE INDEX card_calls_card ON card_calls (card_id);

-- Why a call is to be looked at: the flags of its current analysis that count as work.
CREATE TABLE card_reasons (
    call_id    text NOT NULL REFERENCES card_calls ON DELETE CASCADE,
    rule       text NOT NULL,
    priority   integer NOT NULL,
    confidence double precision NOT NULL,
    evidence   jsonb NOT NULL,
    known_at   timestamptz NOT NULL,
    known_day  date NOT NULL,
    capped     boolean NOT NULL,
    PRIMARY KEY (call_id, rule)
);

CREATE INDEX card_reasons_day ON card_reasons (rule, known_day) WHERE NOT capped;

-- What happened to a card, oldest first by event_id. A row without a person is the machine's.
CREATE TABLE card_events (
    event_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    card_id    bigint NOT NULL REFERENCES cards ON DELETE CASCADE,
    at         timestamptz NOT NULL,
    what       text NOT NULL,
    by_login   text,
    by_name    text,
    call_id    text,
    detail     text,
    department text,
    colleague  text,
    until_at   timestamptz,
    note       text
);

CREATE INDEX card_events_card ON card_events (card_id, event_id);

-- What people say of a rule in a call. Only appended: the latest row of a call and rule counts.
CREATE TABLE verdicts (
    verdict_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    call_id      text NOT NULL REFERENCES calls ON DELETE CASCADE,
    rule         text NOT NULL,
    card_id      bigint REFERENCES cards ON DELETE CASCADE,
    outcome      text NOT NULL
        CHECK (outcome IN ('confirmed', 'confirmed-solved', 'false-mark', 'unclear', 'withdrawn')),
    false_reason text,
    comment      text NOT NULL DEFAULT '',
    by_login     text NOT NULL,
    by_name      text NOT NULL,
    at           timestamptz NOT NULL
);

CREATE INDEX verdicts_rule ON verdicts (rule, call_id, verdict_id DESC);
CREATE INDEX verdicts_call ON verdicts (call_id);

-- Marks, signals and flags that people call false. They strike through what is shown and change no count of the machine.
CREATE TABLE false_marks (
    false_mark_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    call_id       text NOT NULL REFERENCES calls ON DELETE CASCADE,
    kind          text NOT NULL CHECK (kind IN ('rule', 'mark', 'signal')),
    subject       text NOT NULL,
    reason        text NOT NULL,
    comment       text NOT NULL DEFAULT '',
    by_login      text NOT NULL,
    by_name       text NOT NULL,
    at            timestamptz NOT NULL,
    undone_at     timestamptz,
    undone_by     text
);

CREATE UNIQUE INDEX false_marks_standing ON false_marks (call_id, kind, subject) WHERE undone_at IS NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are only appended', TG_TABLE_NAME;
END
$$;

CREATE TRIGGER card_events_appended BEFORE UPDATE ON card_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER verdicts_appended BEFORE UPDATE ON verdicts FOR EACH ROW EXECUTE FUNCTION refuse_change();
