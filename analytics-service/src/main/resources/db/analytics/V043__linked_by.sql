-- What tells that a contact repeats its trigger. Contacts are linked anew by this release, until then all are by reason.
ALTER TABLE contacts ADD COLUMN linked_by text CHECK (linked_by IN ('reason', 'said', 'model'));
UPDATE contacts SET linked_by = 'reason' WHERE trigger_id IS NOT NULL;
ALTER TABLE contacts ADD CHECK ((linked_by IS NULL) = (trigger_id IS NULL));

-- Reports count links by reason apart from what is only said, out of the index alone.
DROP INDEX contacts_started;
CREATE INDEX contacts_started ON contacts (started_at) INCLUDE
    (team, queue, product, stage, contact_reason, judged, has_issue, standing, said, linked_by, position, repeated,
    handle_ms);
