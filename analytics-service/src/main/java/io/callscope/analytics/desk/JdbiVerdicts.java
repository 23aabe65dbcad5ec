package io.callscope.analytics.desk;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people say of rules in calls. Stateless; works within the caller's transaction. */
final class JdbiVerdicts {
    private static final String OPEN = """
            SELECT r.call_id, r.rule FROM card_calls j JOIN card_reasons r USING (call_id)
            WHERE j.card_id = :card AND j.settled_at IS NULL ORDER BY r.call_id, r.rule
            """;

    private static final String APPEND = """
            INSERT INTO verdicts (call_id, rule, card_id, outcome, false_reason, comment, by_login, by_name, at)
            VALUES (:call, :rule, :card, :outcome, :reason, :comment, :login, :name, :at)
            """;

    private static final String STRIKE = """
            INSERT INTO false_marks (call_id, kind, subject, reason, comment, by_login, by_name, at)
            VALUES (:call, :kind, :subject, :reason, :comment, :login, :name, :at) ON CONFLICT DO NOTHING
            """;

    private static final String UNSTRIKE = """
            UPDATE false_marks SET undone_at = :at, undone_by = :login
            WHERE call_id = :call AND kind = :kind AND subject = :subject AND undone_at IS NULL
            """;

    private JdbiVerdicts() {}

    /** Reasons of a card that are to be decided. */
    static List<FalseMark.Subject> open(Handle handle, long card) {
        return handle.createQuery(OPEN)
                .bind("card", card)
                .map((row, context) -> new FalseMark.Subject(
                        new CallId(Columns.required(row, "call_id")),
                        FalseMark.Kind.RULE,
                        Columns.required(row, "rule")))
                .list();
    }

    static void append(
            Handle handle, @Nullable Long card, FalseMark.Subject rule, Result result, Person who, Instant at) {
        FalseReason reason = result.falseReason();
        append(
                handle,
                card,
                rule,
                result.outcome().id(),
                reason == null ? null : reason.id(),
                result.comment(),
                who,
                at);
    }

    /** What was said of it is taken back. */
    static void withdraw(Handle handle, @Nullable Long card, FalseMark.Subject rule, Person who, Instant at) {
        append(handle, card, rule, "withdrawn", null, "", who, at);
    }

    private static void append(
            Handle handle,
            @Nullable Long card,
            FalseMark.Subject rule,
            String outcome,
            @Nullable String reason,
            String comment,
            Person who,
            Instant at) {
        handle.createUpdate(APPEND)
                .bind("call", rule.call().value())
                .bind("rule", rule.id())
                .bind("card", card)
                .bind("outcome", outcome)
                .bind("reason", reason)
                .bind("comment", PgText.clean(comment))
                .bind("login", who.login())
                .bind("name", who.name())
                .bind("at", Columns.time(at))
                .execute();
    }

    /** Strikes something through, unless it is. */
    static boolean strike(
            Handle handle, FalseMark.Subject subject, FalseReason reason, String comment, Person who, Instant at) {
        return handle.createUpdate(STRIKE)
                        .bind("call", subject.call().value())
                        .bind("kind", subject.kind().id())
                        .bind("subject", subject.id())
                        .bind("reason", reason.id())
                        .bind("comment", PgText.clean(comment))
                        .bind("login", who.login())
                        .bind("name", who.name())
                        .bind("at", Columns.time(at))
                        .execute()
                == 1;
    }

    static void unstrike(Handle handle, FalseMark.Subject subject, Person who, Instant at) {
        handle.createUpdate(UNSTRIKE)
                .bind("call", subject.call().value())
                .bind("kind", subject.kind().id())
                .bind("subject", subject.id())
                .bind("login", who.login())
                .bind("at", Columns.time(at))
                .execute();
    }
}
