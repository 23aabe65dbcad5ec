package io.callscope.analytics.desk;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CustomerRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Whole cards out of their rows. Thread-safe; works within the caller's transaction. */
final class JdbiCardReads {
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    /** None with a call that whoever asks has yet to score blind: a card says what the machine heard. */
    private static final String CARDS = """
            SELECT k.* FROM cards k WHERE k.card_id = ANY(:ids) AND NOT EXISTS (SELECT 1 FROM card_calls x
                WHERE x.card_id = k.card_id AND x.call_id = ANY(:closed))
            """;

    private static final String CALLS = """
            SELECT j.card_id, j.settled_at IS NOT NULL AS settled, c.call_id, c.started_at, c.listed_at, c.agent_id,
                c.agent_name, c.team, c.customer_key, c.customer_last4, c.duration_ms, c.repeat_number
            FROM card_calls j JOIN calls c USING (call_id)
            WHERE j.card_id = ANY(:ids) AND (:every OR c.team = ANY(:teams))
            ORDER BY c.listed_at DESC, c.call_id
            """;

    private static final String REASONS = """
            SELECT r.call_id, r.rule, r.priority, r.evidence, u.text, f.false_mark_id,
                (SELECT v.outcome FROM verdicts v WHERE v.call_id = r.call_id AND v.rule = r.rule
                    ORDER BY v.verdict_id DESC LIMIT 1) AS verdict
            FROM card_calls j JOIN card_reasons r USING (call_id)
            LEFT JOIN utterances u ON u.call_id = r.call_id AND u.transcript_hash = j.transcript_hash
                AND u.utterance_id = CAST(r.evidence -> 0 ->> 'utteranceId' AS integer)
            LEFT JOIN false_marks f ON f.call_id = r.call_id AND f.kind = 'rule' AND f.subject = r.rule
                AND f.undone_at IS NULL
            WHERE j.card_id = ANY(:ids) ORDER BY r.priority, r.known_at, r.rule
            """;

    private static final String CONTACTS = """
            SELECT k.card_id, count(*) AS contacts FROM cards k JOIN calls c ON c.customer_key = k.customer_key
                AND c.listed_at > k.last_call_at - :days * interval '1 second' AND c.listed_at <= k.last_call_at
            WHERE k.card_id = ANY(:ids) AND (:every OR c.team = ANY(:teams)) GROUP BY k.card_id
            """;

    private final Duration contactDays;

    JdbiCardReads(Duration contactDays) {
        this.contactDays = Objects.requireNonNull(contactDays, "contactDays");
    }

    /** The cards with these ids, in their order. */
    List<Card> cards(Handle handle, List<Long> ids, TeamScope scope) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<Card.Call>> calls = calls(handle, ids, scope);
        Map<Long, Integer> contacts = contacts(handle, ids, scope);
        Map<Long, Card> byId = new HashMap<>();
        handle.createQuery(CARDS)
                .bindArray("ids", Long.class, ids)
                .bindArray("closed", String.class, List.copyOf(scope.closed()))
                .map((row, context) -> card(row, calls, contacts))
                .forEach(card -> byId.put(card.id(), card));
        return ids.stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .filter(card -> scope.everyTeam() || !card.calls().isEmpty())
                .toList();
    }

    private static Card card(ResultSet row, Map<Long, List<Card.Call>> calls, Map<Long, Integer> contacts)
            throws SQLException {
        long id = row.getLong("card_id");
        return new Card(
                id,
                row.getInt("version"),
                JdbiCardStates.read(row),
                Columns.required(row, "contact_reason"),
                row.getInt("priority"),
                Columns.requiredInstant(row, "due_at"),
                row.getInt("severity"),
                row.getBoolean("live"),
                row.getLong("work_ms"),
                contacts.getOrDefault(id, 0),
                calls.getOrDefault(id, List.of()));
    }

    private static Map<Long, List<Card.Call>> calls(Handle handle, List<Long> ids, TeamScope scope) {
        Map<String, List<Card.Reason>> reasons = reasons(handle, ids);
        Map<Long, List<Card.Call>> byCard = new HashMap<>();
        handle.createQuery(CALLS)
                .bindArray("ids", Long.class, ids)
                .bind("every", scope.everyTeam())
                .bindArray("teams", String.class, List.copyOf(scope.teams()))
                .map((row, context) -> byCard.computeIfAbsent(row.getLong("card_id"), id -> new ArrayList<>())
                        .add(call(row, reasons)))
                .list();
        return byCard;
    }

    private static Card.Call call(ResultSet row, Map<String, List<Card.Reason>> reasons) throws SQLException {
        String id = Columns.required(row, "call_id");
        String customer = row.getString("customer_key");
        String agentName = row.getString("agent_name");
        return new Card.Call(
                new CallId(id),
                Columns.instant(row, "started_at"),
                agentName == null ? row.getString("agent_id") : agentName,
                row.getString("team"),
                customer == null ? null : new CustomerRef(customer, row.getString("customer_last4")),
                Columns.longValue(row, "duration_ms"),
                Columns.integer(row, "repeat_number"),
                row.getBoolean("settled"),
                reasons.getOrDefault(id, List.of()));
    }

    private static Map<String, List<Card.Reason>> reasons(Handle handle, List<Long> ids) {
        Map<String, List<Card.Reason>> byCall = new HashMap<>();
        handle.createQuery(REASONS)
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> byCall.computeIfAbsent(Columns.required(row, "call_id"), id -> new ArrayList<>())
                        .add(reason(row)))
                .list();
        return byCall;
    }

    private static Card.Reason reason(ResultSet row) throws SQLException {
        List<Evidence> evidence = Columns.fromJson(Columns.required(row, "evidence"), EVIDENCE);
        String text = row.getString("text");
        Evidence first = evidence.isEmpty() ? null : evidence.get(0);
        return new Card.Reason(
                Columns.required(row, "rule"),
                row.getInt("priority"),
                first == null ? null : first.startMs(),
                first == null || text == null ? null : first.quoteFrom(text),
                verdict(row.getString("verdict")),
                Columns.longValue(row, "false_mark_id"));
    }

    private static @Nullable Outcome verdict(@Nullable String id) {
        return Optional.ofNullable(id).flatMap(Outcome::ofId).orElse(null);
    }

    private Map<Long, Integer> contacts(Handle handle, List<Long> ids, TeamScope scope) {
        Map<Long, Integer> byCard = new HashMap<>();
        handle.createQuery(CONTACTS)
                .bindArray("ids", Long.class, ids)
                .bind("days", contactDays.toSeconds())
                .bind("every", scope.everyTeam())
                .bindArray("teams", String.class, List.copyOf(scope.teams()))
                .map((row, context) -> byCard.put(row.getLong("card_id"), row.getInt("contacts")))
                .list();
        return byCard;
    }
}
