-- Who played, read or exported which call. Rows are only added; each is bound to the one before by its hash.
CREATE TABLE audit_log (
    seq      bigint PRIMARY KEY,
    at       timestamptz NOT NULL,
    login    text NOT NULL,
    action   text NOT NULL,
    call_ids text[] NOT NULL DEFAULT '{}',
    detail   jsonb NOT NULL DEFAULT '{}',
    hash     bytea NOT NULL
);

CREATE INDEX audit_log_login ON audit_log (login, seq DESC);
CREATE INDEX audit_log_calls ON audit_log USING gin (call_ids);

CREATE FUNCTION audit_log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_log is append-only: % refused', TG_OP;
END
$$;

CREATE TRIGGER audit_log_rows_stay BEFORE UPDATE OR DELETE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION audit_log_only_grows();
CREATE TRIGGER audit_log_stays BEFORE TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION audit_log_only_grows();
