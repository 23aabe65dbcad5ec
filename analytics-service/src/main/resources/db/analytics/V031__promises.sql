-- What agents promise customers. A promise is known by its call, place and kind: a later analysis of the call changes its
-- row and keeps its number, and one that is not heard any more stays with what was decided of it and is shown nowhere.
CREATE TABLE promises (
    promise_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    call_id         text NOT NULL REFERENCES calls ON DELETE CASCADE,
    transcript_hash text NOT NULL,
    utterance       integer NOT NULL,
    at_ms           bigint NOT NULL CHECK (at_ms >= 0),
    party           text NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('call-back', 'visit', 'refund', 'answer', 'delivery', 'other')),
    evidence        jsonb NOT NULL,
    said_due        text CHECK (said_due IN ('hours', 'days', 'working-days', 'day', 'time', 'period')),
    due_at          timestamptz,
    -- the term that counts: the said one, or the usual one of the kind
    term_at         timestamptz NOT NULL,
    heard           boolean NOT NULL DEFAULT true,
    -- whether it raised its call's flag; null until its term has passed and somebody looked
    raised          boolean,
    CHECK ((said_due IS NULL) = (due_at IS NULL)),
    CHECK (due_at IS NULL OR due_at = term_at)
);

CREATE UNIQUE INDEX promises_place ON promises (call_id, utterance, kind) WHERE heard;
CREATE INDEX promises_call ON promises (call_id);
CREATE INDEX promises_term ON promises (term_at, promise_id) WHERE heard;
CREATE INDEX promises_waiting ON promises (term_at) WHERE heard AND raised IS NULL;
CREATE INDEX promises_raised ON promises (promise_id) WHERE raised;

-- Calls of the center that reached a customer.
CREATE INDEX calls_called_back ON calls (customer_key, listed_at, call_id)
    WHERE customer_key IS NOT NULL AND direction = 'outbound' AND version_key IS NOT NULL
        AND verdict <> 'no-live-customer';
