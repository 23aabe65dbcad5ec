-- Stored calls heard again with a changed configuration: what would differ, and whether it was taken over.
CREATE TABLE reanalyses (
    reanalysis_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    config        text NOT NULL,
    from_at       timestamptz NOT NULL,
    to_at         timestamptz NOT NULL,
    by_name       text NOT NULL,
    compared_at   timestamptz NOT NULL,
    calls         bigint NOT NULL,
    changed       bigint NOT NULL,
    difference    jsonb NOT NULL,
    applying_at   timestamptz,
    applied_at    timestamptz,
    passed_over   bigint NOT NULL DEFAULT 0
);
