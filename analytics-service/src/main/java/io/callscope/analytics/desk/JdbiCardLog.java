package io.callscope.analytics.desk;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The history of cards. Stateless; works within the caller's transaction. */
final class JdbiCardLog {
    private static final String INSERT = """
            INSERT INTO card_events (card_id, at, what, by_login, by_name, call_id, detail, department, colleague,
                until_at, note)
            VALUES (:card, :at, :what, :login, :name, :call, :detail, :department, :colleague, :until, :note)
            """;

    private JdbiCardLog() {}

    /** Something the machine did because of a call. */
    static void ofCall(Handle handle, long cardId, String what, String callId, Instant at) {
        blank(handle, cardId, what, at).bind("call", callId).execute();
    }

    /** It came back because its time had come. */
    static void cameBack(Handle handle, long cardId, Instant at) {
        blank(handle, cardId, "come-back", at).execute();
    }

    /** A false mark was given or taken back. */
    static void falseMark(Handle handle, long cardId, String what, FalseMark.Subject subject, Person who, Instant at) {
        by(blank(handle, cardId, what, at), who)
                .bind("call", subject.call().value())
                .bind("detail", subject.id())
                .execute();
    }

    /** Somebody did something to a card. */
    static void moved(Handle handle, long cardId, Move move, Person who, Instant at) {
        Update update = by(blank(handle, cardId, move.id(), at), who);
        if (move instanceof Move.Check check) {
            Result result = check.result();
            update.bind("detail", result.outcome().id())
                    .bind("department", result.department())
                    .bind("note", textOrNull(result.comment()));
        } else if (move instanceof Move.PutOff putOff) {
            update.bind("until", Columns.time(putOff.until())).bind("note", textOrNull(putOff.reason()));
        } else if (move instanceof Move.HandOver handOver) {
            update.bind("note", textOrNull(handOver.comment()));
            if (handOver.to() instanceof Receiver.Department department) {
                update.bind("department", department.id());
            } else if (handOver.to() instanceof Receiver.Colleague colleague) {
                update.bind("colleague", colleague.login());
            }
        }
        update.execute();
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : PgText.clean(text);
    }

    private static Update by(Update update, Person who) {
        return update.bind("login", who.login()).bind("name", who.name());
    }

    private static Update blank(Handle handle, long cardId, String what, Instant at) {
        Update update = handle.createUpdate(INSERT)
                .bind("card", cardId)
                .bind("at", Columns.time(at))
                .bind("what", what);
        for (String column : List.of("login", "name", "call", "detail", "department", "colleague", "note")) {
            update.bind(column, (String) null);
        }
        return update.bind("until", Columns.time(null));
    }

    /** Oldest first. */
    static List<CardEvent> of(Handle handle, long cardId) {
        return handle.createQuery("SELECT * FROM card_events WHERE card_id = :id ORDER BY event_id")
                .bind("id", cardId)
                .map((row, context) -> event(row))
                .list();
    }

    private static CardEvent event(ResultSet row) throws SQLException {
        return new CardEvent(
                Columns.requiredInstant(row, "at"),
                Columns.required(row, "what"),
                row.getString("by_name"),
                row.getString("call_id"),
                row.getString("detail"),
                row.getString("department"),
                row.getString("colleague"),
                Columns.instant(row, "until_at"),
                row.getString("note"));
    }
}
