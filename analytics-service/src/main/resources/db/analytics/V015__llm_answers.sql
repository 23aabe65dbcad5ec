-- Answers of a language model, raw, by everything that decides them: paid for once. They hold words of the call.
CREATE TABLE llm_answers (
    key        text PRIMARY KEY,
    call_id    text NOT NULL,
    task       text NOT NULL,
    answer     text NOT NULL,
    answered_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX llm_answers_by_call ON llm_answers (call_id);

-- Calls whose question to the model got no usable answer; what the rules heard in them is stored.
CREATE TABLE parked_calls (
    call_id   text PRIMARY KEY REFERENCES calls ON DELETE CASCADE,
    failure   text NOT NULL,
    detail    text NOT NULL,
    parked_at timestamptz NOT NULL DEFAULT now()
);
