package io.callscope.analytics.desk;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Cards in PostgreSQL. Who acts locks the card's row and must know its version, so of two people one learns that he is
 * late. Thread-safe; the data source belongs to the caller.
 */
public final class JdbiCards implements Cards {
    private final Jdbi jdbi;
    private final JdbiCardReads reads;
    private final JdbiQueue queue;
    private final JdbiCardFacts facts;

    public JdbiCards(DataSource dataSource, QueueSettings settings, Term term) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        this.reads = new JdbiCardReads(settings.reopen());
        this.queue = new JdbiQueue(reads, settings, term.zone());
        this.facts = new JdbiCardFacts(term, CheckingTime.of(settings));
    }

    @Override
    public QueueList list(QueueFilter filter, User viewer, Instant now) {
        bringBack(now);
        return reading(handle -> queue.list(handle, filter, viewer, now));
    }

    @Override
    public Handover handover(User viewer, Instant now) {
        bringBack(now);
        return reading(handle -> queue.handover(handle, viewer, now));
    }

    @Override
    public Optional<Card> card(long id, TeamScope scope) {
        return reading(
                handle -> reads.cards(handle, List.of(id), scope).stream().findFirst());
    }

    @Override
    public Optional<Card> ofCall(CallId call, TeamScope scope) {
        return reading(handle -> handle.createQuery("SELECT card_id FROM card_calls WHERE call_id = :call")
                .bind("call", call.value())
                .mapTo(Long.class)
                .findOne()
                .flatMap(id -> reads.cards(handle, List.of(id), scope).stream().findFirst()));
    }

    @Override
    public List<CardEvent> history(long id) {
        return reading(handle -> JdbiCardLog.of(handle, id));
    }

    /** Cards that were put off until now. Done whenever somebody looks, because nothing else waits for them. */
    private void bringBack(Instant now) {
        SqlFailures.translating(() -> {
            jdbi.useTransaction(handle -> {
                List<Long> due = handle.createQuery("""
                                SELECT card_id FROM cards WHERE state = 'put-off' AND until_at <= :now
                                ORDER BY card_id FOR UPDATE SKIP LOCKED
                                """)
                        .bind("now", Columns.time(now))
                        .mapTo(Long.class)
                        .list();
                due.forEach(id -> comeBack(handle, id));
            });
            return true;
        });
    }

    private static void comeBack(Handle handle, long id) {
        if (JdbiCardStates.of(handle, id) instanceof CardState.PutOff putOff) {
            JdbiCardStates.write(handle, id, putOff.comeBack());
            JdbiCardLog.cameBack(handle, id, putOff.until());
        }
    }

    @Override
    public Optional<Card> move(long id, int version, Move move, User who, Instant at) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            JdbiCardLocks.lock(handle, id);
            Optional<Card> seen =
                    reads.cards(handle, List.of(id), who.scope()).stream().findFirst();
            if (seen.isEmpty()) {
                return seen;
            }
            if (seen.get().version() != version) {
                throw new CardChangedException(seen.get());
            }
            apply(handle, seen.get(), move, Person.of(who), at);
            return reads.cards(handle, List.of(id), who.scope()).stream().findFirst();
        }));
    }

    private void apply(Handle handle, Card card, Move move, Person who, Instant at) {
        CardState next;
        try {
            next = move.apply(card.state(), who, at);
        } catch (IllegalMoveException refused) {
            throw new CardChangedException(card);
        }
        JdbiCardStates.write(handle, card.id(), next);
        JdbiCardLog.moved(handle, card.id(), move, who, at);
        if (move instanceof Move.Check check) {
            decide(handle, card.id(), check, who, at);
        } else if (card.state() instanceof CardState.Checked) {
            JdbiCardLocks.unsettle(handle, card.id());
            facts.refresh(handle, card.id());
        }
    }

    /**
     * Every reason that is open gets its verdict; those of a false mark are struck through. What was called false before
     * stays so, unless it is named, or nothing else is left to decide about.
     */
    private void decide(Handle handle, long card, Move.Check check, Person who, Instant at) {
        Set<List<String>> standing = facts.standing(handle, card).stream()
                .map(reason -> List.of(reason.callId(), reason.rule()))
                .collect(Collectors.toSet());
        for (FalseMark.Subject reason : JdbiVerdicts.open(handle, card)) {
            boolean stands = standing.contains(List.of(reason.call().value(), reason.id()));
            if (stands || standing.isEmpty() || check.byRule().containsKey(reason.id())) {
                decide(handle, card, reason, check.of(reason.id()), who, at);
            }
        }
        JdbiCardLocks.settle(handle, card, at);
    }

    private static void decide(
            Handle handle, long card, FalseMark.Subject reason, Result result, Person who, Instant at) {
        JdbiVerdicts.append(handle, card, reason, result, who, at);
        FalseReason falseReason = result.falseReason();
        if (falseReason != null) {
            JdbiVerdicts.strike(handle, reason, falseReason, result.comment(), who, at);
        } else {
            JdbiVerdicts.unstrike(handle, reason, who, at);
        }
    }

    private <T> T reading(Function<Handle, T> query) {
        // one moment for all statements of a read: a card and its calls belong together
        return SqlFailures.translating(
                () -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, query::apply));
    }
}
