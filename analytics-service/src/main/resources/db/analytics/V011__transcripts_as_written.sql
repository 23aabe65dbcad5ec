-- Transcripts are written otherwise than they were said: numbers in digits, names corrected, personal data taken out.
-- What was said stands in the rewrites; of personal data only where it was.
ALTER TABLE utterances
    ADD COLUMN rewrites jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN party_confidence double precision CHECK (party_confidence BETWEEN 0 AND 1);

ALTER TABLE transcripts
    ADD COLUMN text_version text,
    ADD COLUMN parties jsonb NOT NULL DEFAULT '{"separation": "none", "roles": "none"}',
    ADD COLUMN warnings jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN levels jsonb NOT NULL DEFAULT '[]',
    ADD COLUMN playback jsonb;

COMMENT ON COLUMN transcripts.playback IS 'manifest of the copy to be played instead of the recording';
COMMENT ON COLUMN transcripts.levels IS 'loudness by channel, dB relative to full scale';
