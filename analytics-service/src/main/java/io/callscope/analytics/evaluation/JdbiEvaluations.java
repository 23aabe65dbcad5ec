package io.callscope.analytics.evaluation;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.Conditions;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.scorecard.Answer;
import io.callscope.analytics.scorecard.Harm;
import io.callscope.analytics.scorecard.Searched;
import io.callscope.analytics.scorecard.Unscored;
import io.callscope.analytics.store.VisibleCalls;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.call.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** Evaluations in PostgreSQL. Thread-safe; the data source belongs to the caller. */
public final class JdbiEvaluations implements Evaluations {
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};
    private static final TypeReference<Searched> SEARCHED = new TypeReference<>() {};

    private static final String EVALUATIONS = """
            SELECT e.* FROM evaluations e JOIN calls c USING (call_id) %s ORDER BY e.scorecard
            """;

    private static final String ANSWERS = """
            SELECT a.* FROM evaluation_answers a
            JOIN evaluations e USING (call_id, scorecard, version_key, analysis_key)
            WHERE e.call_id = :call AND e.current ORDER BY a.scorecard, a.place
            """;

    private final Jdbi jdbi;

    public JdbiEvaluations(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    @Override
    public List<Evaluation> of(CallId callId, TeamScope scope) {
        // a call that is heard again meanwhile must not lend its answers to the older total
        return SqlFailures.translating(() ->
                jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> read(handle, callId, scope)));
    }

    private static List<Evaluation> read(Handle handle, CallId callId, TeamScope scope) {
        Conditions conditions =
                VisibleCalls.to(scope).add("e.call_id = %s", callId.value()).add("e.current");
        Map<String, List<EvaluationAnswer>> answers = answers(handle, callId);
        return conditions
                .bindTo(handle.createQuery(EVALUATIONS.formatted(conditions.where())))
                .map((row, context) -> evaluation(row, answers))
                .list();
    }

    private static Map<String, List<EvaluationAnswer>> answers(Handle handle, CallId callId) {
        Map<String, List<EvaluationAnswer>> byScorecard = new LinkedHashMap<>();
        handle.createQuery(ANSWERS)
                .bind("call", callId.value())
                .map((row, context) -> byScorecard
                        .computeIfAbsent(Columns.required(row, "scorecard"), id -> new ArrayList<>())
                        .add(answer(row)))
                .list();
        return byScorecard;
    }

    private static Evaluation evaluation(ResultSet row, Map<String, List<EvaluationAnswer>> answers)
            throws SQLException {
        String scorecard = Columns.required(row, "scorecard");
        return new Evaluation(
                scorecard,
                Columns.required(row, "scorecard_version"),
                Columns.required(row, "version_key"),
                Columns.share(row, "total"),
                Columns.share(row, "total_without_critical"),
                row.getInt("covered"),
                Columns.requiredInstant(row, "evaluated_at"),
                answers.getOrDefault(scorecard, List.of()));
    }

    private static EvaluationAnswer answer(ResultSet row) throws SQLException {
        String critical = row.getString("critical");
        String reason = row.getString("reason");
        return new EvaluationAnswer(
                Columns.required(row, "criterion"),
                row.getInt("weight"),
                critical == null ? null : Harm.ofId(critical),
                Answer.ofId(Columns.required(row, "answer")),
                reason == null ? null : Unscored.ofId(reason),
                Columns.share(row, "probability"),
                Columns.fromJson(Columns.required(row, "evidence"), EVIDENCE),
                searched(row));
    }

    private static @Nullable Searched searched(ResultSet row) throws SQLException {
        String searched = row.getString("searched");
        return searched == null ? null : Columns.fromJson(searched, SEARCHED);
    }
}
