package io.callscope.analytics.desk;

import io.callscope.analytics.database.Columns;
import io.callscope.model.analysis.Flag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Reasons to look at a call that came up after its analysis. Thread-safe; works within the caller's transaction, which
 * holds the call's row.
 */
public final class JdbiLateReasons {
    private static final String CALL = """
            SELECT c.call_id, c.customer_key, c.contact_reason, c.listed_at, c.transcript_hash,
                coalesce((SELECT max(m.severity) FROM marks m
                    WHERE (m.call_id, m.version_key) = (c.call_id, c.version_key)), 0) AS severity,
                coalesce((SELECT avg(u.confidence) FROM utterances u WHERE u.call_id = c.call_id
                    AND u.transcript_hash = c.transcript_hash AND u.utterance_id = ANY(:utterances)), 1) AS confidence
            FROM calls c WHERE c.call_id = :call AND c.version_key IS NOT NULL
            """;

    private static final String OPEN_AGAIN = """
            UPDATE card_calls SET settled_at = NULL WHERE call_id = :call AND settled_at IS NOT NULL
            """;

    private final Term term;
    private final JdbiCardJoin joining;
    private final JdbiCardFacts facts;

    public JdbiLateReasons(QueueSettings settings, Term term) {
        this.term = Objects.requireNonNull(term, "term");
        this.joining = new JdbiCardJoin(settings, NewWork.ALL);
        this.facts = new JdbiCardFacts(term, CheckingTime.of(settings));
    }

    /**
     * Puts the call on a card for this reason; what was decided about the card is to be decided again. The same again
     * changes nothing.
     *
     * @param now since when the reason is known
     */
    public void add(Handle handle, String callId, Flag flag, CardRules.Set rules, Instant now) {
        Optional<FlaggedCall> flagged = read(handle, callId, flag, now);
        if (flagged.isEmpty()) {
            return;
        }
        FlaggedCall call = flagged.get();
        JdbiCardJoin.lock(handle, call.customer());
        Optional<Long> known = JdbiCardJoin.cardOf(handle, callId);
        boolean isNew = !JdbiCardReasons.has(handle, callId, flag.rule());
        long card = known.orElseGet(() -> joining.join(handle, call, rules.issues()));
        JdbiCardReasons.put(
                handle,
                callId,
                call.reasons().get(0),
                now,
                term.zone(),
                rules.flags().dailyCap(flag.rule()));
        if (isNew && known.isPresent()) {
            reopen(handle, card, call);
        }
        facts.refresh(handle, card);
    }

    private static Optional<FlaggedCall> read(Handle handle, String callId, Flag flag, Instant now) {
        return handle.createQuery(CALL)
                .bind("call", callId)
                .bindArray(
                        "utterances",
                        Integer.class,
                        flag.evidence().stream()
                                .map(words -> words.utteranceId())
                                .toList())
                .map((row, context) -> new FlaggedCall(
                        callId,
                        row.getString("customer_key"),
                        Columns.required(row, "contact_reason"),
                        Columns.requiredInstant(row, "listed_at"),
                        now,
                        Columns.required(row, "transcript_hash"),
                        row.getInt("severity"),
                        List.of(new FlaggedCall.Reason(
                                flag.rule(), flag.priority(), row.getDouble("confidence"), flag.evidence()))))
                .findOne();
    }

    private static void reopen(Handle handle, long card, FlaggedCall call) {
        JdbiCardLocks.lockAlone(handle, card);
        handle.createUpdate(OPEN_AGAIN).bind("call", call.callId()).execute();
        if (JdbiCardStates.of(handle, card) instanceof CardState.Checked) {
            JdbiCardJoin.reopen(handle, card, call);
            JdbiCardLog.ofCall(handle, card, "reopened", call.callId(), call.analyzedAt());
        } else {
            JdbiCardLocks.countUp(handle, card);
        }
    }

    /** Takes the reason of a rule back; what was decided about it stays. */
    public void remove(Handle handle, String callId, String rule) {
        int removed = handle.createUpdate("DELETE FROM card_reasons WHERE call_id = :call AND rule = :rule")
                .bind("call", callId)
                .bind("rule", rule)
                .execute();
        Optional<Long> card = JdbiCardJoin.cardOf(handle, callId);
        if (removed > 0 && card.isPresent()) {
            JdbiCardLocks.lockAlone(handle, card.get());
            JdbiCardLocks.countUp(handle, card.get());
            facts.refresh(handle, card.get());
        }
    }
}
