-- Reviews that no person gave: pages say so wherever they count.
ALTER TABLE sample_plans ADD COLUMN simulated boolean NOT NULL DEFAULT false;

-- Which version scores calls now is asked of the latest evaluations.
CREATE INDEX evaluations_latest ON evaluations (scorecard, evaluated_at DESC) WHERE current;
