-- The overview counts marks by force and polarity; with both in the index the wide rows need not be read.
DROP INDEX marks_force;
CREATE INDEX marks_force ON marks (force, call_id, version_key) INCLUDE (polarity);
