package io.callscope.analytics.store;

import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.store.CallDetail.StoredAnalysis;
import io.callscope.analytics.store.CallDetail.StoredTranscript;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.CallTranscribed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Stored calls in PostgreSQL, read page by page along an index. Thread-safe; the data source belongs to the caller. */
public final class JdbiStoredCalls implements StoredCalls {
    private static final String PLACES = """
            SELECT call_id, listed_at FROM calls
            WHERE listed_at < :to AND (listed_at, call_id) > (:at, :after) AND version_key IS NOT NULL
            ORDER BY listed_at, call_id LIMIT :most
            """;

    private final Jdbi jdbi;
    private final CallQueries queries = new CallQueries();
    private final TranscriptStore transcripts = new TranscriptStore();
    private final WaveformStore waveforms = new WaveformStore();
    private final AnalysisStore analyses = new AnalysisStore();

    public JdbiStoredCalls(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource).installPlugin(new PostgresPlugin());
    }

    @Override
    public long count(Instant from, Instant to) {
        return SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM calls WHERE listed_at >= :from AND listed_at < :to AND version_key IS NOT NULL")
                .bind("from", Columns.time(from))
                .bind("to", Columns.time(to))
                .mapTo(Long.class)
                .one()));
    }

    @Override
    public Place next(Place after, Instant to, int most, Consumer<StoredCall> taker) {
        List<Place> places = SqlFailures.translating(() -> jdbi.withHandle(handle -> handle.createQuery(PLACES)
                .bind("to", Columns.time(to))
                .bind("at", Columns.time(after.listedAt()))
                .bind("after", after.callId())
                .bind("most", most)
                .map((row, context) ->
                        new Place(Columns.requiredInstant(row, "listed_at"), Columns.required(row, "call_id")))
                .list()));
        List<StoredCall> calls = new ArrayList<>();
        for (Place place : places) {
            // a transaction for each: nothing is held while a call is judged, and at most one page is in memory
            SqlFailures.translating(() -> jdbi.inTransaction(
                            TransactionIsolationLevel.REPEATABLE_READ, handle -> read(handle, place)))
                    .ifPresent(calls::add);
        }
        calls.forEach(taker);
        return places.isEmpty() ? after : places.get(places.size() - 1);
    }

    private Optional<StoredCall> read(Handle handle, Place place) {
        return queries.entry(handle, new CallId(place.callId())).flatMap(entry -> read(handle, place, entry));
    }

    private Optional<StoredCall> read(Handle handle, Place place, CallEntry entry) {
        String hash = entry.transcriptHash();
        AnalysisSummary current = entry.analysis();
        CallMetadata metadata = entry.metadata();
        if (hash == null || current == null || metadata == null) {
            return Optional.empty();
        }
        Optional<StoredTranscript> transcript = transcripts.read(handle, entry.callId(), hash);
        Optional<StoredAnalysis> analysis = analyses.read(handle, entry.callId(), current.versionKey());
        if (transcript.isEmpty() || analysis.isEmpty()) {
            return Optional.empty();
        }
        CallTranscribed transcribed = transcript
                .get()
                .asEvent(
                        entry,
                        metadata,
                        waveforms.read(handle, entry.callId(), hash).orElse(null));
        return Optional.of(new StoredCall(place, transcribed, analysis.get().analysis()));
    }
}
