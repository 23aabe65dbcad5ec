-- Parked calls are taken up again: by themselves after the day whose budget they exceeded, or when somebody asks for it.
-- Whoever takes one up claims it for a while and says again and again that he is still at it.
ALTER TABLE parked_calls ADD COLUMN since timestamptz;
UPDATE parked_calls SET since = parked_at;
ALTER TABLE parked_calls ALTER COLUMN since SET NOT NULL;
ALTER TABLE parked_calls ADD COLUMN times integer NOT NULL DEFAULT 1 CHECK (times > 0);
ALTER TABLE parked_calls ADD COLUMN asked_at timestamptz;
ALTER TABLE parked_calls ADD COLUMN claim uuid;
ALTER TABLE parked_calls ADD COLUMN claimed_until timestamptz;
CREATE INDEX parked_calls_by_age ON parked_calls (parked_at, call_id);

-- Answers that are not of their schema: kept, so that a replay of the topic costs nothing, and asked for anew when the
-- call is taken up again.
ALTER TABLE llm_answers ADD COLUMN unusable boolean NOT NULL DEFAULT false;

-- Shares of located evidence are summed over what a model heard lately.
CREATE INDEX analyses_llm_by_time ON analyses (analyzed_at) WHERE llm IS NOT NULL;
