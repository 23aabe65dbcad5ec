-- The queue says whose calls it groups.
ALTER TABLE cards ADD COLUMN agent_name text;
