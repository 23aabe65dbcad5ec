package io.callscope.analytics.desk;

import io.callscope.analytics.database.PgText;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.store.AnalysisListener;
import io.callscope.analytics.store.CallEntry;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.transcript.CallTranscribed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Makes cards in the transaction that stores an analysis, so that a flagged call is never without its card. Analyses of
 * one customer wait for one another, so that two of them never make two cards of one issue. Thread-safe.
 */
public final class JdbiCardMaker implements AnalysisListener {
    private static final String FOLLOW_VERSION = """
            UPDATE card_calls SET transcript_hash = :hash, severity = :severity WHERE call_id = :call
            """;

    /** A card of one call is about what that call is about, also when it is heard otherwise now. */
    private static final String FOLLOW_REASON = """
            UPDATE cards SET contact_reason = :reason
            WHERE card_id = :card AND 1 = (SELECT count(*) FROM card_calls WHERE card_id = :card)
            """;

    private final CardRules rules;
    private final Term term;
    private final JdbiCardJoin joining;
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
        this.term = Objects.requireNonNull(term, "term");
        this.joining = new JdbiCardJoin(settings, work);
        this.facts = new JdbiCardFacts(term, CheckingTime.of(settings));
    }

    @Override
    public void analyzed(Handle handle, CallEntry entry, CallTranscribed transcribed, CallAnalyzed analyzed) {
        CardRules.Set made = rules.of(analyzed.analysis().versions());
        FlaggedCall call = FlaggedCall.of(entry, transcribed.transcript(), analyzed.analysis(), made.flags());
        Optional<Long> known = JdbiCardJoin.cardOf(handle, call.callId());
        if (known.isEmpty() && (call.reasons().isEmpty() || work == NewWork.NONE)) {
            return;
        }
        JdbiCardJoin.lock(handle, call.customer());
        long card = known.orElseGet(() -> joining.join(handle, call, made.issues()));
        replaceReasons(handle, card, call, made.flags());
        facts.refresh(handle, card);
    }

    private void replaceReasons(Handle handle, long card, FlaggedCall call, FlagRules flags) {
        Set<String> later = flags.decidedLater();
        Set<String> before = handle.createQuery("SELECT rule FROM card_reasons WHERE call_id = :call")
                .bind("call", call.callId())
                .mapTo(String.class)
                .filter(rule -> !later.contains(rule))
                .collect(Collectors.toUnmodifiableSet());
        Set<String> after =
                call.reasons().stream().map(FlaggedCall.Reason::rule).collect(Collectors.toSet());
        // what became of the call since then is not for its analysis to take back
        List<String> kept = Stream.concat(after.stream(), later.stream()).toList();
        handle.createUpdate("DELETE FROM card_reasons WHERE call_id = :call AND NOT rule = ANY(:rules)")
                .bind("call", call.callId())
                .bindArray("rules", String.class, kept)
                .execute();
        for (FlaggedCall.Reason reason : call.reasons()) {
            JdbiCardReasons.put(
                    handle, call.callId(), reason, call.analyzedAt(), term.zone(), flags.dailyCap(reason.rule()));
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
