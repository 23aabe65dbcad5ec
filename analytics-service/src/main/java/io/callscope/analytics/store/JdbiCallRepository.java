package io.callscope.analytics.store;

import io.callscope.analytics.database.SqlFailures;
import io.callscope.analytics.parties.PartyCorrection;
import io.callscope.analytics.store.CallDetail.StoredAnalysis;
import io.callscope.analytics.store.CallDetail.StoredTranscript;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Waveform;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * Calls in PostgreSQL. A write locks the call's row, lets {@link CallEntry} decide what changes, and writes everything
 * in one transaction; a read sees one moment. Thread-safe; the data source belongs to the caller.
 */
public final class JdbiCallRepository implements CallRepository, Renewals {
    private final Jdbi jdbi;
    private final AnalysisListener listener;
    private final TranscriptStore transcripts = new TranscriptStore();
    private final WaveformStore waveforms = new WaveformStore();
    private final AnalysisStore analyses = new AnalysisStore();
    private final CorrectionStore corrections = new CorrectionStore();
    private final RenewalStore renewals = new RenewalStore();
    private final CallQueries queries = new CallQueries();
    private final EntryMapper entries = new EntryMapper();

    public JdbiCallRepository(DataSource dataSource) {
        this(dataSource, AnalysisListener.none());
    }

    /**
     * @param listener told of every analysis within the transaction that stores it
     */
    public JdbiCallRepository(DataSource dataSource, AnalysisListener listener) {
        this.jdbi =
                Jdbi.create(Objects.requireNonNull(dataSource, "dataSource")).installPlugin(new PostgresPlugin());
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    @Override
    public void recorded(CallRecorded event) {
        writing(event.callId(), entry -> entry.recorded(event), handle -> {});
    }

    @Override
    public void transcribed(CallTranscribed event) {
        writing(event.callId(), entry -> entry.transcribed(event), handle -> insert(handle, event));
    }

    @Override
    public void analyzed(CallTranscribed transcribed, CallAnalyzed analyzed) {
        stored(transcribed, analyzed, (handle, before) -> true);
    }

    @Override
    public Optional<PartyCorrection> correction(CallId callId) {
        return reading(handle -> corrections.read(handle, callId));
    }

    @Override
    public boolean analyzed(CallTranscribed transcribed, CallAnalyzed analyzed, int correction) {
        return stored(
                transcribed, analyzed, (handle, before) -> corrections.newest(handle, before.callId()) == correction);
    }

    @Override
    public boolean reanalyzed(CallTranscribed transcribed, CallAnalyzed analyzed) {
        return stored(
                transcribed,
                analyzed,
                (handle, before) -> transcribed.transcriptHash().equals(before.transcriptHash()));
    }

    @Override
    public boolean swapped(CallTranscribed transcribed, CallAnalyzed analyzed, Swap swap) {
        return stored(transcribed, analyzed, (handle, before) -> {
            Instant shown = before.analyzedAt();
            boolean newer = shown == null || analyzed.analyzedAt().isAfter(shown);
            if (!swap.seen().equals(before.transcriptHash()) || !newer) {
                return false;
            }
            insert(handle, transcribed);
            corrections.append(handle, before.callId(), transcribed.transcriptHash(), swap);
            return true;
        });
    }

    @Override
    public boolean renew(CallTranscribed transcribed, CallAnalyzed analyzed, Renewal renewal) {
        return stored(transcribed, analyzed, (handle, before) -> {
            AnalysisSummary shown = before.analysis();
            boolean asCompared = shown != null
                    && shown.versionKey().equals(renewal.seen())
                    && transcribed.transcriptHash().equals(before.transcriptHash());
            Instant at = before.analyzedAt();
            boolean newer = at == null || analyzed.analyzedAt().isAfter(at);
            if (!asCompared || !newer) {
                return false;
            }
            renewals.append(handle, analyzed, renewal);
            return true;
        });
    }

    /** Stores an analysis if the call's row, held until the end, still is as it has to be. */
    private boolean stored(CallTranscribed transcribed, CallAnalyzed analyzed, Guard guard) {
        if (!transcribed.callId().equals(analyzed.callId())) {
            throw new IllegalArgumentException("transcript of call %s, analysis of call %s: expected the same"
                    .formatted(transcribed.callId(), analyzed.callId()));
        }
        return SqlFailures.translating(() -> jdbi.inTransaction(handle -> {
            CallEntry before = locked(handle, analyzed.callId());
            if (!guard.holds(handle, before)) {
                return false;
            }
            insert(handle, transcribed);
            analyses.insert(handle, transcribed.transcriptHash(), analyzed);
            CallEntry after = before.analyzed(transcribed, analyzed);
            if (!after.equals(before)) {
                EntryUpdate.write(handle, after);
            }
            tell(handle, after, transcribed, analyzed);
            return true;
        }));
    }

    private void tell(Handle handle, CallEntry entry, CallTranscribed transcribed, CallAnalyzed analyzed) {
        AnalysisSummary current = entry.analysis();
        if (current != null
                && current.versionKey().equals(analyzed.analysis().versions().key())) {
            listener.analyzed(handle, entry, transcribed, analyzed);
        }
    }

    @Override
    public void failed(CallFailure failure) {
        writing(failure.callId(), entry -> entry.failed(failure), handle -> {});
    }

    private void insert(Handle handle, CallTranscribed event) {
        transcripts.insert(handle, event);
        waveforms.insert(handle, event);
    }

    private void writing(CallId callId, UnaryOperator<CallEntry> change, Step rest) {
        SqlFailures.translating(() -> {
            jdbi.useTransaction(handle -> {
                CallEntry before = locked(handle, callId);
                rest.run(handle);
                CallEntry after = change.apply(before);
                if (!after.equals(before)) {
                    EntryUpdate.write(handle, after);
                }
            });
            return true;
        });
    }

    /** The call's row, made when there is none, and held until the transaction ends. */
    private CallEntry locked(Handle handle, CallId callId) {
        handle.createUpdate("INSERT INTO calls (call_id, state) VALUES (:id, 'recorded') ON CONFLICT DO NOTHING")
                .bind("id", callId.value())
                .execute();
        return handle.createQuery("SELECT * FROM calls WHERE call_id = :id FOR UPDATE")
                .bind("id", callId.value())
                .map(entries)
                .one();
    }

    @Override
    public boolean hasSimulated() {
        return SqlFailures.translating(() -> jdbi.withHandle(JdbiSimulatedCalls::any));
    }

    @Override
    public Optional<CallDetail> detail(CallId callId, TeamScope scope) {
        return reading(handle -> queries.entry(handle, callId)
                .filter(entry -> scope.includes(entry.team()))
                .map(entry -> detail(handle, entry, scope)));
    }

    private CallDetail detail(Handle handle, CallEntry entry, TeamScope scope) {
        StoredTranscript transcript = Optional.ofNullable(entry.transcriptHash())
                .flatMap(hash -> transcripts.read(handle, entry.callId(), hash))
                .orElse(null);
        StoredAnalysis analysis = Optional.ofNullable(entry.analysis())
                .flatMap(summary -> analyses.read(handle, entry.callId(), summary.versionKey()))
                .orElse(null);
        Waveform waveform = Optional.ofNullable(entry.transcriptHash())
                .flatMap(hash -> waveforms.read(handle, entry.callId(), hash))
                .orElse(null);
        List<CallSummary> others = Optional.ofNullable(entry.metadata())
                .flatMap(metadata -> Optional.ofNullable(metadata.customer()))
                .map(customer -> queries.sameCustomer(handle, entry, customer.key(), scope))
                .orElse(List.of());
        return new CallDetail(
                entry,
                transcript,
                analysis,
                waveform,
                corrections.read(handle, entry.callId()).orElse(null),
                others);
    }

    private <T> T reading(Function<Handle, T> query) {
        // one moment for all statements of a read: a list and its marks belong together
        return SqlFailures.translating(
                () -> jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, query::apply));
    }

    /** Whether a call's row is as a change expects it. */
    private interface Guard {
        boolean holds(Handle handle, CallEntry before);
    }

    /** What a transaction writes besides the call's row. */
    private interface Step {
        void run(Handle handle);
    }
}
