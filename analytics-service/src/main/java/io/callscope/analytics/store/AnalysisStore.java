package io.callscope.analytics.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.store.CallDetail.StoredAnalysis;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.analysis.Evidence;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Mark;
import io.callscope.model.analysis.ModelReport;
import io.callscope.model.analysis.Polarity;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Signal;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.analysis.Versions;
import io.callscope.model.call.CallId;
import io.callscope.model.call.Party;
import io.callscope.model.talk.TalkMetrics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Analyses with their marks, signals and flags. Stateless; works within the caller's transaction. */
final class AnalysisStore {
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};
    private static final TypeReference<Versions> VERSIONS = new TypeReference<>() {};
    private static final TypeReference<RepeatContact> REPEAT = new TypeReference<>() {};
    private static final TypeReference<TalkMetrics> TALK = new TypeReference<>() {};
    private static final TypeReference<ModelReport> LLM = new TypeReference<>() {};

    private static final String INSERT = """
            INSERT INTO analyses (call_id, version_key, versions, transcript_hash, verdict, contact_reason, resolution,
                repeat_contact, talk, llm, analyzed_at)
            VALUES (:call_id, :version_key, CAST(:versions AS jsonb), :hash, :verdict, :contact_reason, :resolution,
                CAST(:repeat AS jsonb), CAST(:talk AS jsonb), CAST(:llm AS jsonb), :at)
            ON CONFLICT DO NOTHING
            """;

    private static final String INSERT_MARK = """
            INSERT INTO marks (call_id, version_key, place, force, code, polarity, stage, severity, party, evidence,
                owner, confidence, classifier)
            VALUES (:call_id, :version_key, :place, :force, :code, :polarity, :stage, :severity, :party,
                CAST(:evidence AS jsonb), :owner, :confidence, :classifier)
            """;

    private static final String INSERT_SIGNAL = """
            INSERT INTO signals (call_id, version_key, place, signal, party, evidence)
            VALUES (:call_id, :version_key, :place, :signal, :party, CAST(:evidence AS jsonb))
            """;

    private static final String INSERT_FLAG = """
            INSERT INTO flags (call_id, version_key, place, rule, priority, evidence)
            VALUES (:call_id, :version_key, :place, :rule, :priority, CAST(:evidence AS jsonb))
            """;

    /** Writes the analysis unless one of the same version is there. */
    void insert(Handle handle, String transcriptHash, CallAnalyzed event) {
        CallAnalysis analysis = event.analysis();
        int inserted = handle.createUpdate(INSERT)
                .bind("call_id", event.callId().value())
                .bind("version_key", analysis.versions().key())
                .bind("versions", Columns.json(analysis.versions()))
                .bind("hash", transcriptHash)
                .bind("verdict", analysis.verdict().id())
                .bind("contact_reason", analysis.contactReason())
                .bind("resolution", analysis.resolution().id())
                .bind("repeat", Columns.json(analysis.repeat()))
                .bind("talk", analysis.talk() == null ? null : Columns.json(analysis.talk()))
                .bind("llm", analysis.llm() == null ? null : Columns.json(storable(analysis.llm())))
                .bind("at", Columns.time(CallEntry.stored(event.analyzedAt())))
                .execute();
        if (inserted == 1) {
            insertMarks(handle, event);
            insertSignals(handle, event);
            insertFlags(handle, event);
        }
    }

    /** A model may write what PostgreSQL cannot hold. */
    private static ModelReport storable(ModelReport report) {
        return new ModelReport(
                report.modelId(),
                report.parameters(),
                report.promptHash(),
                report.windows(),
                PgText.cleanOrNull(report.summary()),
                PgText.cleanOrNull(report.nextStep()),
                report.claimed(),
                report.located(),
                report.disagreements(),
                report.criteria());
    }

    private static void insertMarks(Handle handle, CallAnalyzed event) {
        PreparedBatch batch = handle.prepareBatch(INSERT_MARK);
        List<Mark> marks = event.analysis().marks();
        for (int place = 0; place < marks.size(); place++) {
            Mark mark = marks.get(place);
            row(batch, event, place)
                    .bind("force", mark.force().id())
                    .bind("code", mark.code())
                    .bind("polarity", mark.polarity().id())
                    .bind("stage", mark.stage())
                    .bind("severity", mark.severity())
                    .bind("party", mark.party().id())
                    .bind("evidence", Columns.json(mark.evidence()))
                    .bind("owner", mark.owner())
                    .bind("confidence", mark.confidence())
                    .bind("classifier", mark.classifier())
                    .add();
        }
        execute(batch);
    }

    private static void insertSignals(Handle handle, CallAnalyzed event) {
        PreparedBatch batch = handle.prepareBatch(INSERT_SIGNAL);
        List<Signal> signals = event.analysis().signals();
        for (int place = 0; place < signals.size(); place++) {
            Signal signal = signals.get(place);
            row(batch, event, place)
                    .bind("signal", signal.id())
                    .bind("party", signal.party().id())
                    .bind("evidence", Columns.json(signal.evidence()))
                    .add();
        }
        execute(batch);
    }

    private static void insertFlags(Handle handle, CallAnalyzed event) {
        PreparedBatch batch = handle.prepareBatch(INSERT_FLAG);
        List<Flag> flags = event.analysis().flags();
        for (int place = 0; place < flags.size(); place++) {
            Flag flag = flags.get(place);
            row(batch, event, place)
                    .bind("rule", flag.rule())
                    .bind("priority", flag.priority())
                    .bind("evidence", Columns.json(flag.evidence()))
                    .add();
        }
        execute(batch);
    }

    private static PreparedBatch row(PreparedBatch batch, CallAnalyzed event, int place) {
        return batch.bind("call_id", event.callId().value())
                .bind("version_key", event.analysis().versions().key())
                .bind("place", place);
    }

    private static void execute(PreparedBatch batch) {
        try (batch) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    Optional<StoredAnalysis> read(Handle handle, CallId callId, String versionKey) {
        List<Mark> marks = children(handle, "marks", callId, versionKey, (row, context) -> mark(row));
        List<Signal> signals = children(
                handle,
                "signals",
                callId,
                versionKey,
                (row, context) -> new Signal(
                        Columns.required(row, "signal"), Party.ofId(Columns.required(row, "party")), evidence(row)));
        List<Flag> flags = children(
                handle,
                "flags",
                callId,
                versionKey,
                (row, context) -> new Flag(Columns.required(row, "rule"), row.getInt("priority"), evidence(row)));
        return handle.createQuery("SELECT * FROM analyses WHERE call_id = :id AND version_key = :version")
                .bind("id", callId.value())
                .bind("version", versionKey)
                .map((row, context) -> new StoredAnalysis(
                        new CallAnalysis(
                                Columns.fromJson(Columns.required(row, "versions"), VERSIONS),
                                Verdict.ofId(Columns.required(row, "verdict")),
                                marks,
                                signals,
                                Columns.required(row, "contact_reason"),
                                Columns.fromJson(Columns.required(row, "repeat_contact"), REPEAT),
                                Resolution.ofId(Columns.required(row, "resolution")),
                                flags,
                                talk(row),
                                llm(row)),
                        Columns.requiredInstant(row, "analyzed_at")))
                .findOne();
    }

    private static <T> List<T> children(
            Handle handle, String table, CallId callId, String versionKey, RowMapper<T> mapper) {
        return handle.createQuery(
                        "SELECT * FROM " + table + " WHERE call_id = :id AND version_key = :version ORDER BY place")
                .bind("id", callId.value())
                .bind("version", versionKey)
                .map(mapper)
                .list();
    }

    private static @Nullable TalkMetrics talk(ResultSet row) throws SQLException {
        String talk = row.getString("talk");
        return talk == null ? null : Columns.fromJson(talk, TALK);
    }

    private static @Nullable ModelReport llm(ResultSet row) throws SQLException {
        String llm = row.getString("llm");
        return llm == null ? null : Columns.fromJson(llm, LLM);
    }

    private static Mark mark(ResultSet row) throws SQLException {
        return new Mark(
                Force.ofId(Columns.required(row, "force")),
                Columns.required(row, "code"),
                Polarity.ofId(Columns.required(row, "polarity")),
                Columns.required(row, "stage"),
                row.getInt("severity"),
                Party.ofId(Columns.required(row, "party")),
                evidence(row),
                Columns.required(row, "owner"),
                row.getDouble("confidence"),
                Columns.required(row, "classifier"));
    }

    private static List<Evidence> evidence(ResultSet row) throws SQLException {
        return Columns.fromJson(Columns.required(row, "evidence"), EVIDENCE);
    }
}
