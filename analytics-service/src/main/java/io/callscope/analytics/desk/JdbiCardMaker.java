package io.callscope.analytics.desk;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.store.AnalysisListener;
import io.callscope.analytics.store.CallEntry;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.transcript.CallTranscribed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Makes cards in the transaction that stores an analysis, so that a flagged call is never without its card. Analyses of
 * one customer wait for one another, so that two of them never make two cards of one issue. Thread-safe.
 */
public final class JdbiCardMaker implements AnalysisListener {
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

    private static final String REASON = """
            INSERT INTO card_reasons (call_id, rule, priority, confidence, evidence, known_at, known_day, capped)
            VALUES (:call, :rule, :priority, :confidence, CAST(:evidence AS jsonb), :known, :day,
                (SELECT count(*) FROM (SELECT 1 FROM card_reasons
                    WHERE rule = :rule AND known_day = :day AND NOT capped LIMIT :cap) taken) >= :cap)
            ON CONFLICT (call_id, rule) DO UPDATE SET priority = excluded.priority, confidence = excluded.confidence,
                evidence = excluded.evidence
            """;

    private static final String FOLLOW_VERSION = """
            UPDATE card_calls SET transcript_hash = :hash, severity = :severity WHERE call_id = :call
            """;

    /** A card of one call is about what that call is about, also when it is heard otherwise now. */
    private static final String FOLLOW_REASON = """
            UPDATE cards SET contact_reason = :reason
            WHERE card_id = :card AND 1 = (SELECT count(*) FROM card_calls WHERE card_id = :card)
            """;

    private final CardRules rules;
    private final QueueSettings settings;
    private final Term term;
    private final JdbiCardFacts facts;
    private final NewWork work;

    /** With the same rules for every analysis. */
    public JdbiCardMaker(FlagRules flags, Issues issues, QueueSettings settings, Term term) {
        this(CardRules.always(flags, issues), settings, term);
    }

    public JdbiCardMaker(CardRules rules, QueueSettings settings, Term term) {
        this(rules, settings, term, NewWork.ALL);
    }

    /** For analyses of calls that were heard before. */
    public JdbiCardMaker(CardRules rules, QueueSettings settings, Term term, NewWork work) {
        this.work = Objects.requireNonNull(work, "work");
        this.rules = Objects.requireNonNull(rules, "rules");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.term = Objects.requireNonNull(term, "term");
        this.facts = new JdbiCardFacts(term, CheckingTime.of(settings));
    }

    private record Existing(long cardId, String contactReason, boolean checked, Instant lastCallAt) {}

    @Override
    public void analyzed(Handle handle, CallEntry entry, CallTranscribed transcribed, CallAnalyzed analyzed) {
        CardRules.Set made = rules.of(analyzed.analysis().versions());
        FlaggedCall call = FlaggedCall.of(entry, transcribed.transcript(), analyzed.analysis(), made.flags());
        Optional<Long> known = cardOf(handle, call);
        if (known.isEmpty() && (call.reasons().isEmpty() || work == NewWork.NONE)) {
            return;
        }
        lock(handle, call.customer());
        long card = known.orElseGet(() -> join(handle, call, made.issues()));
        replaceReasons(handle, card, call, made.flags());
        facts.refresh(handle, card);
    }

    private static Optional<Long> cardOf(Handle handle, FlaggedCall call) {
        return handle.createQuery("SELECT card_id FROM card_calls WHERE call_id = :call")
                .bind("call", call.callId())
                .mapTo(Long.class)
                .findOne();
    }

    /** Until the transaction ends nobody else makes a card for this customer. */
    private static void lock(Handle handle, @Nullable String customer) {
        if (customer != null) {
            handle.createQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:customer, 0))) locked")
                    .bind("customer", customer)
                    .mapTo(Integer.class)
                    .one();
        }
    }

    /** Puts the call on the card of its customer and issue, which is made or opened again where need be. */
    private long join(Handle handle, FlaggedCall call, Issues issues) {
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

    private static void reopen(Handle handle, long card, FlaggedCall call) {
        CardState.Checked checked = (CardState.Checked) JdbiCardStates.of(handle, card);
        JdbiCardStates.write(handle, card, checked.reopen(new CallId(call.callId()), call.analyzedAt()));
    }

    private void replaceReasons(Handle handle, long card, FlaggedCall call, FlagRules flags) {
        Set<String> before = Set.copyOf(handle.createQuery("SELECT rule FROM card_reasons WHERE call_id = :call")
                .bind("call", call.callId())
                .mapTo(String.class)
                .list());
        Set<String> after =
                call.reasons().stream().map(FlaggedCall.Reason::rule).collect(Collectors.toSet());
        handle.createUpdate("DELETE FROM card_reasons WHERE call_id = :call AND NOT rule = ANY(:rules)")
                .bind("call", call.callId())
                .bindArray("rules", String.class, List.copyOf(after))
                .execute();
        LocalDate day = call.analyzedAt().atZone(term.zone()).toLocalDate();
        for (FlaggedCall.Reason reason : call.reasons()) {
            handle.createUpdate(REASON)
                    .bind("call", call.callId())
                    .bind("rule", reason.rule())
                    .bind("priority", reason.priority())
                    .bind("confidence", reason.confidence())
                    .bind("evidence", Columns.json(reason.evidence()))
                    .bind("known", Columns.time(call.analyzedAt()))
                    .bind("day", day)
                    .bind("cap", flags.dailyCap(reason.rule()))
                    .execute();
        }
        followVersion(handle, card, call);
        if (!before.isEmpty() && !before.equals(after)) {
            JdbiCardLocks.countUp(handle, card);
        }
    }

    private static void followVersion(Handle handle, long card, FlaggedCall call) {
        handle.createUpdate(FOLLOW_VERSION)
                .bind("call", call.callId())
                .bind("hash", call.transcriptHash())
                .bind("severity", call.severity())
                .execute();
        handle.createUpdate(FOLLOW_REASON)
                .bind("card", card)
                .bind("reason", PgText.clean(call.contactReason()))
                .execute();
    }
}
