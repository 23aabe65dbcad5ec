package io.callscope.analytics.llm.cache;

import io.callscope.analytics.database.PgText;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.model.call.CallId;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Answers in PostgreSQL. Thread-safe. */
public final class JdbiAnswerCache implements AnswerCache {
    private final Jdbi jdbi;

    /** The data source belongs to the caller. */
    public JdbiAnswerCache(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    @Override
    public Optional<String> find(String key) {
        return SqlFailures.translating(
                () -> jdbi.withHandle(handle -> handle.createQuery("SELECT answer FROM llm_answers WHERE key = :key")
                        .bind("key", key)
                        .mapTo(String.class)
                        .findOne()));
    }

    @Override
    public void keep(String key, CallId callId, String task, String answer) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO llm_answers (key, call_id, task, answer) VALUES (:key, :call, :task, :answer)
                        ON CONFLICT (key) DO NOTHING
                        """)
                .bind("key", key)
                .bind("call", callId.value())
                .bind("task", task)
                // what PostgreSQL cannot hold must not make a paid answer an endless one
                .bind("answer", PgText.clean(answer))
                .execute()));
    }

    @Override
    public void unusable(String key) {
        SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createUpdate(
                        "UPDATE llm_answers SET unusable = true WHERE key = :key AND NOT unusable")
                .bind("key", key)
                .execute()));
    }

    @Override
    public void forgetUnusable(CallId callId) {
        SqlFailures.translating(() -> jdbi.withHandle(
                handle -> handle.createUpdate("DELETE FROM llm_answers WHERE call_id = :call AND unusable")
                        .bind("call", callId.value())
                        .execute()));
    }
}
