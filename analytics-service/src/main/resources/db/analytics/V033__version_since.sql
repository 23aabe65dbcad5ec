-- Since when a version scores is asked each time the accuracy report is opened: the first entry of this index.
CREATE INDEX evaluations_since ON evaluations (scorecard, version_key, evaluated_at);
DROP INDEX evaluations_version;
