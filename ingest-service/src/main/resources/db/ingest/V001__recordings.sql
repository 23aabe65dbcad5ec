-- One row for each call that was taken in: the word of last resort on "is it already there, and is it the same?".
create table recordings (
    call_id     text        primary key,
    kind        text        not null check (kind in ('audio', 'transcript')),
    sha256      text        not null,
    bytes       bigint      not null check (bytes > 0),
    state       text        not null check (state in ('receiving', 'published')),
    upload_id   text        not null,
    manifest    jsonb,
    received_at timestamptz not null default now(),
    published_at timestamptz
);
