-- What a language model adds to an analysis: summary, next step, located evidence, disagreements; null where none was asked.
ALTER TABLE analyses ADD COLUMN llm jsonb;
