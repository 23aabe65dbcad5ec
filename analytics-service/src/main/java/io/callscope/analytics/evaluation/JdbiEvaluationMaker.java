package io.callscope.analytics.evaluation;

import io.callscope.analytics.classify.Classification;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.store.AnalysisListener;
import io.callscope.analytics.store.CallEntry;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.transcript.CallTranscribed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Evaluates a call by every scorecard that is for it when its analysis is stored, in the same transaction. What an older
 * version said stays. Thread-safe.
 */
public final class JdbiEvaluationMaker implements AnalysisListener {
    private static final String INSERT = """
            INSERT INTO evaluations (call_id, scorecard, version_key, analysis_key, scorecard_version, total,
                total_without_critical, covered, evaluated_at, current)
            VALUES (:call, :scorecard, :version, :analysis, :scorecard_version, :total, :without, :covered, :at, false)
            ON CONFLICT DO NOTHING
            """;

    private static final String INSERT_ANSWER = """
            INSERT INTO evaluation_answers (call_id, scorecard, version_key, analysis_key, place, criterion, weight,
                critical, answer, reason, probability, evidence, searched)
            VALUES (:call, :scorecard, :version, :analysis, :place, :criterion, :weight, :critical, :answer, :reason,
                :probability, CAST(:evidence AS jsonb), CAST(:searched AS jsonb))
            """;

    private static final String RETIRE = "UPDATE evaluations SET current = false WHERE call_id = :call AND current";

    private static final String PUT_IN_FORCE = """
            UPDATE evaluations SET current = true
            WHERE call_id = :call AND scorecard = :scorecard AND version_key = :version AND analysis_key = :analysis
            """;

    private final Supplier<Scorecards> scorecards;

    /**
     * @param scorecards those in force
     */
    public JdbiEvaluationMaker(Supplier<Scorecards> scorecards) {
        this.scorecards = Objects.requireNonNull(scorecards, "scorecards");
    }

    @Override
    public void analyzed(Handle handle, CallEntry entry, CallTranscribed transcribed, CallAnalyzed analyzed) {
        evaluate(handle, transcribed, analyzed.analysis(), analyzed.analyzedAt());
    }

    /** Within the caller's transaction, which holds the call's row. */
    void evaluate(Handle handle, CallTranscribed transcribed, CallAnalysis analysis, Instant at) {
        Classification heard = new Classification(
                analysis.verdict(),
                analysis.marks(),
                analysis.signals(),
                analysis.contactReason(),
                analysis.repeat(),
                analysis.resolution());
        List<Evaluation> made = scorecards.get().of(transcribed.metadata(), transcribed.transcript()).stream()
                .map(scorecard -> evaluation(scorecard, transcribed, analysis, at, heard))
                .toList();
        CallId callId = transcribed.callId();
        handle.createUpdate(RETIRE).bind("call", callId.value()).execute();
        String analysisKey = analysis.versions().key();
        for (Evaluation evaluation : made) {
            store(handle, callId, analysisKey, evaluation);
        }
    }

    private static Evaluation evaluation(
            Scorecard scorecard, CallTranscribed transcribed, CallAnalysis analysis, Instant at, Classification heard) {
        return Evaluation.of(
                scorecard.score(
                        transcribed.metadata(),
                        transcribed.transcript(),
                        heard,
                        analysis.talk(),
                        analysis.llm() == null ? null : analysis.llm().criteria()),
                EvaluationKey.of(
                        scorecard.version(),
                        scorecard.asksModel(),
                        analysis.versions(),
                        transcribed.transcript().textVersion()),
                at);
    }

    private static void store(Handle handle, CallId callId, String analysisKey, Evaluation evaluation) {
        int inserted = handle.createUpdate(INSERT)
                .bind("call", callId.value())
                .bind("scorecard", evaluation.scorecard())
                .bind("version", evaluation.versionKey())
                .bind("analysis", analysisKey)
                .bind("scorecard_version", evaluation.scorecardVersion())
                .bind("total", evaluation.total())
                .bind("without", evaluation.totalWithoutCritical())
                .bind("covered", evaluation.covered())
                .bind("at", Columns.time(evaluation.evaluatedAt()))
                .execute();
        if (inserted == 1) {
            insertAnswers(handle, callId, analysisKey, evaluation);
        }
        handle.createUpdate(PUT_IN_FORCE)
                .bind("call", callId.value())
                .bind("scorecard", evaluation.scorecard())
                .bind("version", evaluation.versionKey())
                .bind("analysis", analysisKey)
                .execute();
    }

    private static void insertAnswers(Handle handle, CallId callId, String analysisKey, Evaluation evaluation) {
        try (PreparedBatch batch = handle.prepareBatch(INSERT_ANSWER)) {
            List<EvaluationAnswer> answers = evaluation.answers();
            for (int place = 0; place < answers.size(); place++) {
                EvaluationAnswer answer = answers.get(place);
                batch.bind("call", callId.value())
                        .bind("scorecard", evaluation.scorecard())
                        .bind("version", evaluation.versionKey())
                        .bind("analysis", analysisKey)
                        .bind("place", place)
                        .bind("criterion", answer.criterion())
                        .bind("weight", answer.weight())
                        .bind(
                                "critical",
                                answer.critical() == null
                                        ? null
                                        : answer.critical().id())
                        .bind("answer", answer.answer().id())
                        .bind(
                                "reason",
                                answer.reason() == null ? null : answer.reason().id())
                        .bind("probability", answer.probability())
                        .bind("evidence", Columns.json(answer.evidence()))
                        .bind("searched", answer.searched() == null ? null : Columns.json(answer.searched()))
                        .add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }
}
