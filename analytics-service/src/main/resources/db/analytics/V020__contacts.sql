-- Contacts of customers with the center and how they repeat one another. A function of the calls: it can be thrown away
-- and made again. A contact is one inbound call, or several when a call was forwarded; it is known by its first call.
CREATE TABLE contacts (
    call_id        text PRIMARY KEY REFERENCES calls ON DELETE CASCADE,
    customer_key   text,
    started_at     timestamptz NOT NULL,
    handle_ms      bigint NOT NULL,
    calls          integer NOT NULL,
    queue          text,
    team           text,
    product        text,
    stage          text,
    contact_reason text NOT NULL,
    judged         boolean NOT NULL,
    has_issue      boolean NOT NULL,
    standing       text NOT NULL CHECK (standing IN ('linkable', 'anonymous', 'crowded')),
    said           boolean NOT NULL,
    trigger_id     text,
    chain_id       text NOT NULL,
    position       integer NOT NULL CHECK (position >= 1),
    cause          text,
    cause_owner    text,
    cause_basis    text,
    repeated_by    text,
    repeated_at    timestamptz,
    repeated       boolean NOT NULL GENERATED ALWAYS AS (repeated_by IS NOT NULL) STORED,
    called_back_by text,
    CHECK ((trigger_id IS NULL) = (position = 1)),
    CHECK ((cause IS NULL) = (cause_basis IS NULL)),
    CHECK ((cause IS NULL) = (trigger_id IS NULL AND NOT said))
);

CREATE INDEX contacts_customer ON contacts (customer_key, started_at) WHERE customer_key IS NOT NULL;
CREATE INDEX contacts_chain ON contacts (chain_id, position);

-- What a report counts stands in the index, so that the wide rows of a period need not be read.
CREATE INDEX contacts_started ON contacts (started_at) INCLUDE
    (team, queue, product, stage, contact_reason, judged, has_issue, standing, said, position, repeated, handle_ms);

-- Repeats alone, for causes and for the calls to listen to.
CREATE INDEX contacts_repeats ON contacts (started_at) INCLUDE (team, cause, cause_owner) WHERE cause IS NOT NULL;

-- The calls of a contact that was forwarded, besides its first.
CREATE TABLE contact_calls (
    call_id    text PRIMARY KEY REFERENCES calls ON DELETE CASCADE,
    contact_id text NOT NULL REFERENCES contacts ON DELETE CASCADE
);

CREATE INDEX contact_calls_contact ON contact_calls (contact_id);

-- Customers whose calls have changed since they were linked. Rows are only appended, so that storing a call never waits
-- for linking; an anonymous call stands alone.
CREATE TABLE repeat_queue (
    entry_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer_key text,
    call_id      text NOT NULL
);

CREATE INDEX repeat_queue_customer ON repeat_queue (customer_key);

CREATE FUNCTION queue_for_linking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        INSERT INTO repeat_queue (customer_key, call_id) VALUES (OLD.customer_key, OLD.call_id);
    END IF;
    IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND NEW.customer_key IS DISTINCT FROM OLD.customer_key THEN
        INSERT INTO repeat_queue (customer_key, call_id) VALUES (NEW.customer_key, NEW.call_id);
    END IF;
    RETURN NULL;
END
$$;

-- Everything that a link depends on; signals and marks change only with the version.
CREATE TRIGGER calls_link_changed AFTER UPDATE ON calls FOR EACH ROW
    WHEN ((NEW.version_key IS NOT NULL OR OLD.version_key IS NOT NULL)
        AND (NEW.version_key, NEW.transcript_hash, NEW.analyzed_at, NEW.customer_key, NEW.listed_at, NEW.duration_ms,
            NEW.direction, NEW.queue, NEW.team, NEW.product, NEW.stage, NEW.attributes)
        IS DISTINCT FROM (OLD.version_key, OLD.transcript_hash, OLD.analyzed_at, OLD.customer_key, OLD.listed_at,
            OLD.duration_ms, OLD.direction, OLD.queue, OLD.team, OLD.product, OLD.stage, OLD.attributes))
    EXECUTE FUNCTION queue_for_linking();
CREATE TRIGGER calls_link_added AFTER INSERT ON calls FOR EACH ROW
    WHEN (NEW.version_key IS NOT NULL) EXECUTE FUNCTION queue_for_linking();
CREATE TRIGGER calls_link_removed AFTER DELETE ON calls FOR EACH ROW
    WHEN (OLD.version_key IS NOT NULL) EXECUTE FUNCTION queue_for_linking();

INSERT INTO repeat_queue (customer_key, call_id)
SELECT customer_key, min(call_id) FROM calls WHERE version_key IS NOT NULL AND customer_key IS NOT NULL
GROUP BY customer_key;
INSERT INTO repeat_queue (customer_key, call_id)
SELECT NULL, call_id FROM calls WHERE version_key IS NOT NULL AND customer_key IS NULL;

-- What the links were made by; other settings or another codebook link everything again.
CREATE TABLE repeat_rules (
    one        boolean PRIMARY KEY DEFAULT true CHECK (one),
    rules_hash text NOT NULL
);
