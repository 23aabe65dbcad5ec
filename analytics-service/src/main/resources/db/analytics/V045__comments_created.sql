-- Whose recordings are kept because somebody commented a second of them, without reading every comment there is.
CREATE INDEX comments_created ON comments (created_at) WHERE deleted_at IS NULL AND at_ms IS NOT NULL;
