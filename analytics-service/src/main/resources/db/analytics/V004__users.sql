-- Who may sign in, and who is signed in. Passwords are kept as Argon2id hashes, cookies as SHA-256 of their token.
CREATE TABLE users (
    login           text PRIMARY KEY CHECK (login ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    name            text NOT NULL,
    role            text NOT NULL CHECK (role IN ('controller', 'supervisor', 'head', 'ops')),
    every_team      boolean NOT NULL,
    teams           text[] NOT NULL DEFAULT '{}',
    password_hash   text,
    enabled         boolean NOT NULL DEFAULT true,
    created_at      timestamptz NOT NULL,
    password_set_at timestamptz
);

CREATE TABLE sign_ins (
    token_hash bytea PRIMARY KEY,
    login      text NOT NULL REFERENCES users ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    seen_at    timestamptz NOT NULL
);

CREATE INDEX sign_ins_login ON sign_ins (login);
