package io.callscope.analytics.promises;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.promises.terms.SiteHours;
import io.callscope.analytics.store.AnalysisListener;
import io.callscope.analytics.store.CallEntry;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.CallTranscribed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Keeps the promises of a call when its analysis is stored, in the same transaction. One that was known before keeps its
 * number, and with it what was decided of it. Thread-safe.
 */
public final class JdbiPromiseMaker implements AnalysisListener {
    /** So far apart two transcripts may put the same words. */
    private static final long SAME_PLACE_MS = 3_000;

    private static final String KNOWN = """
            SELECT promise_id, transcript_hash, utterance, at_ms, kind FROM promises WHERE call_id = :call
            ORDER BY promise_id
            """;

    private static final String FORGET = "UPDATE promises SET heard = false WHERE call_id = :call AND heard";

    private static final String RENEW = """
            UPDATE promises SET transcript_hash = :hash, utterance = :utterance, at_ms = :at, party = :party, kind = :kind,
                evidence = CAST(:evidence AS jsonb), said_due = :said_due, due_at = :due, term_at = :term, heard = true,
                raised = CASE WHEN raised THEN true END
            WHERE promise_id = :promise
            """;

    private static final String INSERT = """
            INSERT INTO promises (call_id, transcript_hash, utterance, at_ms, party, kind, evidence, said_due, due_at,
                term_at)
            VALUES (:call, :hash, :utterance, :at, :party, :kind, CAST(:evidence AS jsonb), :said_due, :due, :term)
            """;

    private final PromiseReader reader;

    public JdbiPromiseMaker(PromiseSettings settings, SiteHours hours) {
        this.reader = new PromiseReader(settings, hours);
    }

    /** A promise that an earlier analysis heard. */
    private record Known(long id, String transcriptHash, int utterance, long atMs, String kind) {
        /** How far it is from one that is heard now; not the same from {@link #SAME_PLACE_MS} on. */
        long away(HeardPromise promise, String hash) {
            boolean same = transcriptHash.equals(hash) && utterance == promise.utterance();
            return same ? 0 : 1 + Math.abs(atMs - promise.atMs());
        }
    }

    @Override
    public void analyzed(Handle handle, CallEntry entry, CallTranscribed transcribed, CallAnalyzed analyzed) {
        keep(handle, transcribed, analyzed.analysis());
    }

    /** Within the caller's transaction, which holds the call's row. */
    void keep(Handle handle, CallTranscribed transcribed, CallAnalysis analysis) {
        Instant startedAt = transcribed.metadata().startedAt();
        String call = transcribed.callId().value();
        List<HeardPromise> heard = reader.read(startedAt, transcribed.transcript(), analysis);
        List<Known> known = new ArrayList<>(handle.createQuery(KNOWN)
                .bind("call", call)
                .map((row, context) -> known(row))
                .list());
        if (!known.isEmpty()) {
            handle.createUpdate(FORGET).bind("call", call).execute();
        }
        for (HeardPromise promise : heard) {
            Optional<Known> same = same(known, promise, transcribed.transcriptHash());
            if (same.isPresent()) {
                known.remove(same.get());
                bound(handle.createUpdate(RENEW), promise, transcribed.transcriptHash())
                        .bind("promise", same.get().id())
                        .execute();
            } else {
                bound(handle.createUpdate(INSERT), promise, transcribed.transcriptHash())
                        .bind("call", call)
                        .execute();
            }
        }
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getLong("promise_id"),
                Columns.required(row, "transcript_hash"),
                row.getInt("utterance"),
                row.getLong("at_ms"),
                Columns.required(row, "kind"));
    }

    private static Optional<Known> same(List<Known> known, HeardPromise promise, String hash) {
        return known.stream()
                .filter(one -> one.kind().equals(promise.kind().id()) && one.away(promise, hash) <= SAME_PLACE_MS)
                .min(Comparator.comparingLong(one -> one.away(promise, hash)));
    }

    private static <S extends SqlStatement<S>> S bound(S statement, HeardPromise promise, String hash) {
        return statement
                .bind("hash", hash)
                .bind("utterance", promise.utterance())
                .bind("at", promise.atMs())
                .bind("party", Party.AGENT.id())
                .bind("kind", promise.kind().id())
                .bind("evidence", Columns.json(promise.evidence()))
                .bind("said_due", promise.form() == null ? null : promise.form().id())
                .bind("due", Columns.time(promise.dueAt()))
                .bind("term", Columns.time(promise.termAt()));
    }
}
