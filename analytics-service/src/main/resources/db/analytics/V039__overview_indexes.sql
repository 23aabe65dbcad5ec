-- What every overview asks of all that was ever decided or failed is answered out of these alone.
CREATE INDEX verdicts_latest ON verdicts (rule, call_id, verdict_id DESC) INCLUDE (outcome);
DROP INDEX verdicts_rule;

DROP INDEX calls_failed;
CREATE INDEX calls_failed ON calls (failed_at DESC, call_id) INCLUDE (failed_stage, failed_reason, team)
    WHERE state = 'failed';
