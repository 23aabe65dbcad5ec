-- What there is one of among reviews from elsewhere: a hash of call, scorecard, reviewer and day. The same file again
-- changes nothing, and a row that says something else now replaces the earlier one.
ALTER TABLE reviews ADD COLUMN import_key text CHECK (import_key IS NULL OR seat = 'import');

CREATE UNIQUE INDEX reviews_imported ON reviews (import_key) WHERE import_key IS NOT NULL AND replaces IS NULL;
CREATE INDEX reviews_import_key ON reviews (import_key, review_id) WHERE import_key IS NOT NULL;
