package io.callscope.analytics.repeats;

import io.callscope.analytics.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes what has changed of some customers' contacts, and nothing else. Stateless; within the caller's transaction. */
final class JdbiContactRows {
    private static final String STORED = """
            SELECT c.*, ARRAY(SELECT l.call_id FROM contact_calls l WHERE l.contact_id = c.call_id ORDER BY l.call_id)
                AS legs
            FROM contacts c WHERE c.customer_key = ANY(:customers)
            UNION ALL
            SELECT c.*, ARRAY[]::text[] FROM contacts c WHERE c.customer_key IS NULL AND c.call_id = ANY(:calls)
            """;

    /** A row that meanwhile is another customer's stays. */
    private static final String REMOVE = """
            DELETE FROM contacts WHERE call_id = ANY(:gone)
                AND (customer_key = ANY(:customers) OR customer_key IS NULL AND call_id = ANY(:calls))
            """;

    private static final String WRITE = """
            INSERT INTO contacts (call_id, customer_key, started_at, handle_ms, calls, queue, team, product, stage,
                contact_reason, judged, has_issue, standing, said, trigger_id, linked_by, chain_id, position, cause,
                cause_owner, cause_basis, repeated_by, repeated_at, called_back_by)
            VALUES (:call, :customer, :started, :handle, :calls, :queue, :team, :product, :stage, :reason, :judged,
                :has_issue, :standing, :said, :trigger, :linked_by, :chain, :position, :cause, :owner, :basis,
                :repeated_by, :repeated_at, :called_back)
            ON CONFLICT (call_id) DO UPDATE SET customer_key = excluded.customer_key, started_at = excluded.started_at,
                handle_ms = excluded.handle_ms, calls = excluded.calls, queue = excluded.queue, team = excluded.team,
                product = excluded.product, stage = excluded.stage, contact_reason = excluded.contact_reason,
                judged = excluded.judged, has_issue = excluded.has_issue, standing = excluded.standing,
                said = excluded.said, trigger_id = excluded.trigger_id, linked_by = excluded.linked_by,
                chain_id = excluded.chain_id, position = excluded.position, cause = excluded.cause, cause_owner = excluded.cause_owner,
                cause_basis = excluded.cause_basis, repeated_by = excluded.repeated_by,
                repeated_at = excluded.repeated_at, called_back_by = excluded.called_back_by
            """;

    private static final String WRITE_LEG = """
            INSERT INTO contact_calls (call_id, contact_id) VALUES (:call, :contact)
            ON CONFLICT (call_id) DO UPDATE SET contact_id = excluded.contact_id
            """;

    /**
     * @param customers whose contacts are given, all of them
     * @param calls anonymous calls likewise
     */
    void replace(Handle handle, List<String> customers, List<String> calls, List<ContactRow> after) {
        Map<String, ContactRow> before = new HashMap<>();
        handle.createQuery(STORED)
                .bindArray("customers", String.class, customers)
                .bindArray("calls", String.class, calls)
                .map((row, context) -> row(row))
                .forEach(row -> before.put(row.callId(), row));
        Set<String> staying = after.stream().map(ContactRow::callId).collect(Collectors.toSet());
        List<String> gone =
                before.keySet().stream().filter(id -> !staying.contains(id)).toList();
        if (!gone.isEmpty()) {
            handle.createUpdate(REMOVE)
                    .bindArray("gone", String.class, gone)
                    .bindArray("customers", String.class, customers)
                    .bindArray("calls", String.class, calls)
                    .execute();
        }
        List<ContactRow> changed = after.stream()
                .filter(row -> !row.equals(before.get(row.callId())))
                .toList();
        write(handle, changed);
        writeLegs(handle, changed);
    }

    private static void write(Handle handle, List<ContactRow> changed) {
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(WRITE)) {
            for (ContactRow row : changed) {
                bind(batch, row).add();
            }
            batch.execute();
        }
    }

    private static PreparedBatch bind(PreparedBatch batch, ContactRow row) {
        return batch.bind("call", row.callId())
                .bind("customer", row.customer())
                .bind("started", Columns.time(row.startedAt()))
                .bind("handle", row.handleMs())
                .bind("calls", 1 + row.legs().size())
                .bind("queue", row.queue())
                .bind("team", row.team())
                .bind("product", row.product())
                .bind("stage", row.stage())
                .bind("reason", row.reason())
                .bind("judged", row.judged())
                .bind("has_issue", row.hasIssue())
                .bind("standing", row.standing())
                .bind("said", row.said())
                .bind("trigger", row.trigger())
                .bind("linked_by", row.linkedBy())
                .bind("chain", row.chain())
                .bind("position", row.position())
                .bind("cause", row.cause())
                .bind("owner", row.causeOwner())
                .bind("basis", row.causeBasis())
                .bind("repeated_by", row.repeatedBy())
                .bind("repeated_at", Columns.time(row.repeatedAt()))
                .bind("called_back", row.calledBackBy());
    }

    private static void writeLegs(Handle handle, List<ContactRow> changed) {
        List<String> contacts = changed.stream().map(ContactRow::callId).toList();
        if (contacts.isEmpty()) {
            return;
        }
        handle.createUpdate("DELETE FROM contact_calls WHERE contact_id = ANY(:contacts)")
                .bindArray("contacts", String.class, contacts)
                .execute();
        try (PreparedBatch batch = handle.prepareBatch(WRITE_LEG)) {
            changed.forEach(row -> row.legs()
                    .forEach(leg -> batch.bind("call", leg)
                            .bind("contact", row.callId())
                            .add()));
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    private static ContactRow row(ResultSet row) throws SQLException {
        return new ContactRow(
                Columns.required(row, "call_id"),
                row.getString("customer_key"),
                Columns.requiredInstant(row, "started_at"),
                row.getLong("handle_ms"),
                row.getString("queue"),
                row.getString("team"),
                row.getString("product"),
                row.getString("stage"),
                Columns.required(row, "contact_reason"),
                row.getBoolean("judged"),
                row.getBoolean("has_issue"),
                Columns.required(row, "standing"),
                row.getBoolean("said"),
                row.getString("trigger_id"),
                row.getString("linked_by"),
                Columns.required(row, "chain_id"),
                row.getInt("position"),
                row.getString("cause"),
                row.getString("cause_owner"),
                row.getString("cause_basis"),
                row.getString("repeated_by"),
                Columns.instant(row, "repeated_at"),
                row.getString("called_back_by"),
                strings(row, "legs"));
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[])
                        Objects.requireNonNull(row.getArray(column), column).getArray())
                .map(String::valueOf)
                .toList();
    }
}
