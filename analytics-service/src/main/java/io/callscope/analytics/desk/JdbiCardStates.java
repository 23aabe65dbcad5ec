package io.callscope.analytics.desk;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** How a {@link CardState} stands in its row. Stateless; works within the caller's transaction. */
final class JdbiCardStates {
    private static final List<String> TEXTS = List.of(
            "login",
            "name",
            "note",
            "department",
            "colleague",
            "outcome",
            "false_reason",
            "follow_up",
            "follow_up_department",
            "reopened_by");

    private static final String WRITE = """
            UPDATE cards SET state = :state, state_at = :since, version = version + 1, by_login = :login,
                by_name = :name, until_at = :until, note = :note, to_department = :department, to_login = :colleague,
                outcome = :outcome, false_reason = :false_reason, follow_up = :follow_up,
                follow_up_department = :follow_up_department, reopened_by = :reopened_by
            WHERE card_id = :card
            """;

    private JdbiCardStates() {}

    /** How a card stands that is there. */
    static CardState of(Handle handle, long cardId) {
        return handle.createQuery("SELECT * FROM cards WHERE card_id = :card")
                .bind("card", cardId)
                .map((row, context) -> read(row))
                .one();
    }

    static CardState read(ResultSet row) throws SQLException {
        Instant since = Columns.requiredInstant(row, "state_at");
        String state = Columns.required(row, "state");
        if (state.equals("new")) {
            String reopenedBy = row.getString("reopened_by");
            return new CardState.New(reopenedBy == null ? null : new CallId(reopenedBy), since);
        }
        Person who = new Person(Columns.required(row, "by_login"), Columns.required(row, "by_name"), false);
        return switch (state) {
            case "in-work" -> new CardState.InWork(who, since);
            case "put-off" ->
                new CardState.PutOff(who, Columns.requiredInstant(row, "until_at"), text(row, "note"), since);
            case "handed-over" -> new CardState.HandedOver(who, receiver(row), text(row, "note"), since);
            case "checked" -> new CardState.Checked(who, result(row), since);
            default -> throw new IllegalStateException("card state \"%s\"".formatted(state));
        };
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Receiver receiver(ResultSet row) throws SQLException {
        String department = row.getString("to_department");
        return department != null
                ? new Receiver.Department(department)
                : new Receiver.Colleague(Columns.required(row, "to_login"));
    }

    private static Result result(ResultSet row) throws SQLException {
        return new Result(
                Outcome.ofId(Columns.required(row, "outcome")).orElseThrow(),
                Optional.ofNullable(row.getString("false_reason"))
                        .flatMap(FalseReason::ofId)
                        .orElse(null),
                Optional.ofNullable(row.getString("follow_up"))
                        .flatMap(FollowUp::ofId)
                        .orElse(null),
                row.getString("follow_up_department"),
                text(row, "note"));
    }

    /** Writes the state and counts the version up. */
    static void write(Handle handle, long cardId, CardState state) {
        Update update = handle.createUpdate(WRITE)
                .bind("card", cardId)
                .bind("state", state.id())
                .bind("since", Columns.time(state.since()))
                .bind("until", Columns.time(null));
        TEXTS.forEach(column -> update.bind(column, (String) null));
        if (state instanceof CardState.New fresh) {
            CallId reopenedBy = fresh.reopenedBy();
            update.bind("reopened_by", reopenedBy == null ? null : reopenedBy.value());
        } else if (state instanceof CardState.InWork inWork) {
            by(update, inWork.who());
        } else if (state instanceof CardState.PutOff putOff) {
            by(update, putOff.who())
                    .bind("until", Columns.time(putOff.until()))
                    .bind("note", PgText.clean(putOff.reason()));
        } else if (state instanceof CardState.HandedOver handedOver) {
            bind(by(update, handedOver.who()), handedOver);
        } else if (state instanceof CardState.Checked checked) {
            bind(by(update, checked.who()), checked.result());
        } else {
            throw new IllegalStateException("unknown state " + state.id());
        }
        update.execute();
    }

    private static Update by(Update update, Person who) {
        return update.bind("login", who.login()).bind("name", who.name());
    }

    private static void bind(Update update, CardState.HandedOver state) {
        update.bind("note", PgText.clean(state.comment()));
        if (state.to() instanceof Receiver.Department department) {
            update.bind("department", department.id());
        } else if (state.to() instanceof Receiver.Colleague colleague) {
            update.bind("colleague", colleague.login());
        }
    }

    private static void bind(Update update, Result result) {
        FalseReason falseReason = result.falseReason();
        FollowUp followUp = result.followUp();
        update.bind("outcome", result.outcome().id())
                .bind("note", PgText.clean(result.comment()))
                .bind("false_reason", falseReason == null ? null : falseReason.id())
                .bind("follow_up", followUp == null ? null : followUp.id())
                .bind("follow_up_department", result.department());
    }
}
