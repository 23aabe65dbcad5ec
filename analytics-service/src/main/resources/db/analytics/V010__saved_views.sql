-- A filter of the list of calls under a name: the query of its address.
CREATE TABLE saved_views (
    view_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner      text NOT NULL,
    name       text NOT NULL,
    query      text NOT NULL,
    shared     boolean NOT NULL,
    changed_at timestamptz NOT NULL
);

CREATE UNIQUE INDEX saved_views_name ON saved_views (owner, lower(name));
CREATE INDEX saved_views_shared ON saved_views (view_id) WHERE shared;
