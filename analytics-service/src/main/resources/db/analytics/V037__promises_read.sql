-- By which reading the promises of stored calls were read last; another one reads them again.
CREATE TABLE promises_read (
    one         boolean PRIMARY KEY DEFAULT true CHECK (one),
    reading     text NOT NULL,
    finished_at timestamptz NOT NULL
);
