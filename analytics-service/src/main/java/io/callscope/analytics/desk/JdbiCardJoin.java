package io.callscope.analytics.desk;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Puts calls on cards. Thread-safe; works within the caller's transaction. */
final class JdbiCardJoin {
    private static final String CARDS_OF_CUSTOMER = """
            SELECT card_id, contact_reason, state, last_call_at FROM cards
            WHERE customer_key = :customer AND (state <> 'checked'
                OR :at BETWEEN first_call_at - :reopen * interval '1 second' AND last_call_at + :reopen * interval '1 second')
            ORDER BY card_id FOR UPDATE
            """;

    private static final String MAKE = """
            INSERT INTO cards (customer_key, contact_reason, state_at, due_at, first_call_at, last_call_at)
            VALUES (:customer, :reason, :known, :known, :at, :at) RETURNING card_id
            """;

    private static final String JOIN = """
            INSERT INTO card_calls (call_id, card_id, transcript_hash, severity, joined_at)
            VALUES (:call, :card, :hash, :severity, :known)
            """;

    private static final String WIDEN = """
            UPDATE cards SET first_call_at = least(first_call_at, :at), last_call_at = greatest(last_call_at, :at),
                version = version + 1
            WHERE card_id = :card
            """;

    private final QueueSettings settings;
    private final NewWork work;

    JdbiCardJoin(QueueSettings settings, NewWork work) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.work = Objects.requireNonNull(work, "work");
    }

    private record Existing(long cardId, String contactReason, boolean checked, Instant lastCallAt) {}

    static Optional<Long> cardOf(Handle handle, String callId) {
        return handle.createQuery("SELECT card_id FROM card_calls WHERE call_id = :call")
                .bind("call", callId)
                .mapTo(Long.class)
                .findOne();
    }

    /** Until the transaction ends nobody else makes a card for this customer. */
    static void lock(Handle handle, @Nullable String customer) {
        if (customer != null) {
            handle.createQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:customer, 0))) locked")
                    .bind("customer", customer)
                    .mapTo(Integer.class)
                    .one();
        }
    }

    /** Puts the call on the card of its customer and issue, which is made or opened again where need be. */
    long join(Handle handle, FlaggedCall call, Issues issues) {
        Optional<Existing> found = find(handle, call, issues);
        long card = found.map(Existing::cardId).orElseGet(() -> make(handle, call));
        handle.createUpdate(JOIN)
                .bind("call", call.callId())
                .bind("card", card)
                .bind("hash", call.transcriptHash())
                .bind("severity", call.severity())
                .bind("known", Columns.time(call.analyzedAt()))
                .execute();
        if (found.isPresent()) {
            handle.createUpdate(WIDEN)
                    .bind("card", card)
                    .bind("at", Columns.time(call.startedAt()))
                    .execute();
            boolean reopened = found.get().checked() && work == NewWork.ALL;
            if (reopened) {
                reopen(handle, card, call);
            }
            JdbiCardLog.ofCall(handle, card, reopened ? "reopened" : "joined", call.callId(), call.analyzedAt());
        }
        return card;
    }

    /** The same reason before a related one, what is open before what is checked, the newest first. */
    private Optional<Existing> find(Handle handle, FlaggedCall call, Issues issues) {
        String customer = call.customer();
        if (customer == null) {
            return Optional.empty();
        }
        List<Existing> cards = handle.createQuery(CARDS_OF_CUSTOMER)
                .bind("customer", customer)
                .bind("at", Columns.time(call.startedAt()))
                .bind("reopen", settings.reopen().toSeconds())
                .map((row, context) -> existing(row))
                .list();
        return cards.stream()
                .filter(card -> issues.same(card.contactReason(), call.contactReason()))
                .min(Comparator.comparing(
                                (Existing card) -> !card.contactReason().equals(call.contactReason()))
                        .thenComparing(Existing::checked)
                        .thenComparing(Existing::lastCallAt, Comparator.reverseOrder())
                        .thenComparing(Existing::cardId));
    }

    private static Existing existing(ResultSet row) throws SQLException {
        return new Existing(
                row.getLong("card_id"),
                Columns.required(row, "contact_reason"),
                "checked".equals(row.getString("state")),
                Columns.requiredInstant(row, "last_call_at"));
    }

    private static long make(Handle handle, FlaggedCall call) {
        long card = handle.createQuery(MAKE)
                .bind("customer", call.customer())
                .bind("reason", PgText.clean(call.contactReason()))
                .bind("known", Columns.time(call.analyzedAt()))
                .bind("at", Columns.time(call.startedAt()))
                .mapTo(Long.class)
                .one();
        JdbiCardLog.ofCall(handle, card, "made", call.callId(), call.analyzedAt());
        return card;
    }

    static void reopen(Handle handle, long card, FlaggedCall call) {
        CardState.Checked checked = (CardState.Checked) JdbiCardStates.of(handle, card);
        JdbiCardStates.write(handle, card, checked.reopen(new CallId(call.callId()), call.analyzedAt()));
    }
}
