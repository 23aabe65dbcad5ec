-- What a language model took, by day of the site's zone. The row of a day is what caps are held against: every request
-- adds what it may cost to "reserved" before it is sent, in an update that finds no row where a cap would be exceeded.
CREATE TABLE llm_days (
    day             date PRIMARY KEY,
    reserved_tokens bigint NOT NULL DEFAULT 0,
    reserved_money  numeric NOT NULL DEFAULT 0,
    spent_tokens    bigint NOT NULL DEFAULT 0,
    spent_money     numeric NOT NULL DEFAULT 0
);

-- Requests that are under way; what is left after expires_at belongs to nobody any more.
CREATE TABLE llm_reservations (
    id            uuid PRIMARY KEY,
    day           date NOT NULL,
    call_id       text NOT NULL,
    model         text NOT NULL,
    task          text NOT NULL,
    input_tokens  integer NOT NULL,
    output_tokens integer NOT NULL,
    money         numeric NOT NULL,
    currency      text NOT NULL,
    expires_at    timestamptz NOT NULL
);
CREATE INDEX llm_reservations_by_call ON llm_reservations (call_id);
CREATE INDEX llm_reservations_by_end ON llm_reservations (expires_at);

-- What single calls took; without words of the call.
CREATE TABLE llm_call_spending (
    call_id       text NOT NULL,
    day           date NOT NULL,
    model         text NOT NULL,
    task          text NOT NULL,
    currency      text NOT NULL,
    requests      integer NOT NULL DEFAULT 0,
    from_cache    integer NOT NULL DEFAULT 0,
    failed        integer NOT NULL DEFAULT 0,
    input_tokens  bigint NOT NULL DEFAULT 0,
    cached_tokens bigint NOT NULL DEFAULT 0,
    output_tokens bigint NOT NULL DEFAULT 0,
    money         numeric NOT NULL DEFAULT 0,
    millis        bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (call_id, day, model, task, currency)
);

-- The same of all calls of a day, for reports.
CREATE TABLE llm_spending (
    day           date NOT NULL,
    model         text NOT NULL,
    task          text NOT NULL,
    currency      text NOT NULL,
    calls         bigint NOT NULL DEFAULT 0,
    requests      bigint NOT NULL DEFAULT 0,
    from_cache    bigint NOT NULL DEFAULT 0,
    failed        bigint NOT NULL DEFAULT 0,
    estimated     bigint NOT NULL DEFAULT 0,
    input_tokens  bigint NOT NULL DEFAULT 0,
    cached_tokens bigint NOT NULL DEFAULT 0,
    output_tokens bigint NOT NULL DEFAULT 0,
    money         numeric NOT NULL DEFAULT 0,
    millis        bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (day, model, task, currency)
);
