package io.callscope.analytics.desk;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** False marks in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiFalseMarks implements FalseMarks {
    private final Jdbi jdbi;
    private final JdbiCardFacts facts;

    public JdbiFalseMarks(DataSource dataSource, QueueSettings settings, Term term) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
        this.facts = new JdbiCardFacts(Objects.requireNonNull(term, "term"), CheckingTime.of(settings));
    }

    @Override
    public List<FalseMark> of(CallId call) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> standing(handle, call)));
    }

    private static List<FalseMark> standing(Handle handle, CallId call) {
        return handle.createQuery(
                        "SELECT * FROM false_marks WHERE call_id = :call AND undone_at IS NULL ORDER BY false_mark_id")
                .bind("call", call.value())
                .map((row, context) -> mark(row))
                .list();
    }

    private static FalseMark mark(ResultSet row) throws SQLException {
        return new FalseMark(
                row.getLong("false_mark_id"),
                new FalseMark.Subject(
                        new CallId(Columns.required(row, "call_id")),
                        FalseMark.Kind.ofId(Columns.required(row, "kind")).orElseThrow(),
                        Columns.required(row, "subject")),
                FalseReason.ofId(Columns.required(row, "reason")).orElse(FalseReason.OTHER),
                Columns.required(row, "comment"),
                new Person(Columns.required(row, "by_login"), Columns.required(row, "by_name"), false),
                Columns.requiredInstant(row, "at"));
    }

    @Override
    public Optional<FalseMark> give(
            FalseMark.Subject subject, FalseReason reason, String comment, User who, Instant at) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            if (!isHeard(handle, subject, who)) {
                return Optional.empty();
            }
            Optional<Long> card = lockedCard(handle, subject);
            Person person = Person.of(who);
            if (JdbiVerdicts.strike(handle, subject, reason, comment, person, at)
                    && subject.kind() == FalseMark.Kind.RULE) {
                Result result = new Result(Outcome.FALSE_MARK, reason, null, null, comment);
                JdbiVerdicts.append(handle, card.orElse(null), subject, result, person, at);
                card.ifPresent(id -> struck(handle, id, subject, result, person, at));
            }
            return standing(handle, subject.call()).stream()
                    .filter(mark -> mark.subject().equals(subject))
                    .findFirst();
        }));
    }

    /** Whether the machine heard it in a call that the person may see. */
    private static boolean isHeard(Handle handle, FalseMark.Subject subject, User who) {
        String table = switch (subject.kind()) {
            case RULE -> "flags h WHERE h.rule = :subject";
            case MARK -> "marks h WHERE h.code = :subject";
            case SIGNAL -> "signals h WHERE h.signal = :subject";
        };
        return handle.createQuery("SELECT c.team FROM calls c WHERE c.call_id = :call AND EXISTS (SELECT 1 FROM "
                        + table + " AND h.call_id = c.call_id AND h.version_key = c.version_key)")
                .bind("call", subject.call().value())
                .bind("subject", subject.id())
                .map((row, context) -> Optional.ofNullable(row.getString("team")))
                .findOne()
                .filter(team -> who.scope().includes(team.orElse(null)))
                .isPresent();
    }

    private static Optional<Long> lockedCard(Handle handle, FalseMark.Subject subject) {
        Optional<Long> card = handle.createQuery("SELECT card_id FROM card_calls WHERE call_id = :call")
                .bind("call", subject.call().value())
                .mapTo(Long.class)
                .findOne();
        card.ifPresent(id -> JdbiCardLocks.lock(handle, id));
        return card;
    }

    private void struck(Handle handle, long card, FalseMark.Subject subject, Result result, Person who, Instant at) {
        CardState state = JdbiCardStates.of(handle, card);
        JdbiCardLog.falseMark(handle, card, "false-mark", subject, who, at);
        if (state instanceof CardState.Checked) {
            return;
        }
        boolean held = state instanceof CardState.InWork inWork && !inWork.who().is(who);
        if (facts.standing(handle, card).isEmpty() && !held) {
            CardState.Checked closed = new CardState.Checked(who, result, at);
            JdbiCardStates.write(handle, card, closed);
            JdbiCardLog.moved(handle, card, Move.Check.of(result), who, at);
            JdbiCardLocks.settle(handle, card, at);
        } else {
            facts.refresh(handle, card);
            JdbiCardLocks.countUp(handle, card);
        }
    }

    @Override
    public boolean undo(long number, CallId call, User who, Instant at) {
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            Optional<FalseMark> found = standing(handle, call).stream()
                    .filter(mark -> mark.number() == number)
                    .filter(mark -> FalseMarks.mayUndo(mark, who))
                    .findFirst();
            found.ifPresent(mark -> undo(handle, mark.subject(), Person.of(who), at));
            return found.isPresent();
        }));
    }

    private void undo(Handle handle, FalseMark.Subject subject, Person who, Instant at) {
        Optional<Long> card = lockedCard(handle, subject);
        JdbiVerdicts.unstrike(handle, subject, who, at);
        if (subject.kind() == FalseMark.Kind.RULE) {
            JdbiVerdicts.withdraw(handle, card.orElse(null), subject, who, at);
            card.ifPresent(id -> standsAgain(handle, id, subject, who, at));
        }
    }

    private void standsAgain(Handle handle, long card, FalseMark.Subject subject, Person who, Instant at) {
        JdbiCardLog.falseMark(handle, card, "false-mark-undone", subject, who, at);
        CardState state = JdbiCardStates.of(handle, card);
        if (state instanceof CardState.Checked checked && checked.result().outcome() == Outcome.FALSE_MARK) {
            JdbiCardStates.write(handle, card, checked.takeBack(at));
            JdbiCardLocks.unsettle(handle, card);
        }
        facts.refresh(handle, card);
    }
}
