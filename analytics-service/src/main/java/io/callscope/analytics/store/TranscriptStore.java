package io.callscope.analytics.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.callscope.analytics.database.Columns;
import io.callscope.analytics.database.PgText;
import io.callscope.analytics.store.CallDetail.StoredTranscript;
import io.callscope.model.call.CallId;
import io.callscope.model.call.Party;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.ChannelLevel;
import io.callscope.model.transcript.Parties;
import io.callscope.model.transcript.Rewrite;
import io.callscope.model.transcript.SensitiveData;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.TranscriptWarning;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Word;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Transcripts with their utterances. Stateless; works within the caller's transaction. */
final class TranscriptStore {
    private static final TypeReference<List<Word>> WORDS = new TypeReference<>() {};
    private static final TypeReference<List<Rewrite>> REWRITES = new TypeReference<>() {};
    private static final TypeReference<Parties> PARTIES = new TypeReference<>() {};
    private static final TypeReference<List<TranscriptWarning>> WARNINGS = new TypeReference<>() {};
    private static final TypeReference<List<ChannelLevel>> LEVELS = new TypeReference<>() {};
    private static final TypeReference<AudioManifest> MANIFEST = new TypeReference<>() {};

    private static final String INSERT =
            """
            INSERT INTO transcripts (call_id, transcript_hash, asr_model_id, asr_model_hash, source, language,
                duration_ms, channel_count, text_version, parties, warnings, levels, playback, transcribed_at,
                processing_ms, search, search_customer, search_agent)
            VALUES (:call_id, :hash, :model, :model_hash, :source, :language, :duration_ms, :channels, :text_version,
                CAST(:parties AS jsonb), CAST(:warnings AS jsonb), CAST(:levels AS jsonb), CAST(:playback AS jsonb),
                :at, :took, %s, %s, %s)
            ON CONFLICT DO NOTHING
            """.formatted(indexed(":text"), indexed(":customer_text"), indexed(":agent_text"));

    private static final String INSERT_UTTERANCE = """
            INSERT INTO utterances (call_id, transcript_hash, utterance_id, channel, party, start_ms, end_ms, text,
                confidence, party_confidence, words, rewrites)
            VALUES (:call_id, :hash, :id, :channel, :party, :start_ms, :end_ms, :text, :confidence, :party_confidence,
                CAST(:words AS jsonb), CAST(:rewrites AS jsonb))
            """;

    /** Writes the transcript unless the same is there. */
    void insert(Handle handle, CallTranscribed event) {
        Transcript transcript = event.transcript();
        int inserted = handle.createUpdate(INSERT)
                .bind("call_id", event.callId().value())
                .bind("hash", event.transcriptHash())
                .bind("model", PgText.clean(transcript.asrModelId()))
                .bind("model_hash", PgText.cleanOrNull(transcript.asrModelHash()))
                .bind("source", transcript.source().id())
                .bind("language", transcript.language())
                .bind("duration_ms", transcript.durationMs())
                .bind("channels", transcript.channelCount())
                .bind("text_version", PgText.cleanOrNull(transcript.textVersion()))
                .bind("parties", Columns.json(transcript.parties()))
                .bind("warnings", Columns.json(transcript.warnings()))
                .bind("levels", Columns.json(event.levels()))
                .bind("playback", event.playback() == null ? null : Columns.json(event.playback()))
                .bind("at", Columns.time(CallEntry.stored(event.transcribedAt())))
                .bind("took", event.processingMs())
                .bind("text", text(transcript, party -> true))
                .bind("customer_text", text(transcript, party -> party == Party.CUSTOMER))
                .bind("agent_text", text(transcript, party -> party == Party.AGENT))
                .execute();
        if (inserted == 1 && !transcript.utterances().isEmpty()) {
            insertUtterances(handle, event);
        }
        if (inserted == 0 && event.playback() != null) {
            addPlayback(handle, event, event.playback());
        }
    }

    /** A release that made no copies may have stored the same transcript. */
    private static void addPlayback(Handle handle, CallTranscribed event, AudioManifest playback) {
        handle.createUpdate("""
                        UPDATE transcripts SET playback = CAST(:playback AS jsonb)
                        WHERE call_id = :call_id AND transcript_hash = :hash AND playback IS NULL
                        """)
                .bind("playback", Columns.json(playback))
                .bind("call_id", event.callId().value())
                .bind("hash", event.transcriptHash())
                .execute();
    }

    private static String indexed(String text) {
        return "to_tsvector('pg_catalog.russian', left(translate(%s, 'ёЁ', 'еЕ'), 250000))".formatted(text);
    }

    private static String text(Transcript transcript, Predicate<Party> said) {
        return transcript.utterances().stream()
                .filter(utterance -> said.test(utterance.party()))
                .flatMap(TranscriptStore::toBeFound)
                .map(PgText::clean)
                .collect(Collectors.joining("\n"));
    }

    /** What was written, and what was said where that is not the same: either may be looked for. */
    private static Stream<String> toBeFound(Utterance utterance) {
        return Stream.concat(
                Stream.of(withoutTakenOut(utterance.text())),
                utterance.rewrites().stream().map(Rewrite::spoken).filter(Objects::nonNull));
    }

    private static String withoutTakenOut(String text) {
        String words = text;
        for (SensitiveData data : SensitiveData.values()) {
            words = words.replace(data.placeholder(), " ");
        }
        return words;
    }

    private static void insertUtterances(Handle handle, CallTranscribed event) {
        try (PreparedBatch batch = handle.prepareBatch(INSERT_UTTERANCE)) {
            for (Utterance utterance : event.transcript().utterances()) {
                List<Word> words = utterance.words().stream()
                        .map(w -> new Word(PgText.clean(w.text()), w.startMs(), w.endMs(), w.confidence()))
                        .toList();
                batch.bind("call_id", event.callId().value())
                        .bind("hash", event.transcriptHash())
                        .bind("id", utterance.id())
                        .bind("channel", utterance.channel())
                        .bind("party", utterance.party().id())
                        .bind("start_ms", utterance.startMs())
                        .bind("end_ms", utterance.endMs())
                        .bind("text", PgText.clean(utterance.text()))
                        .bind("confidence", utterance.confidence())
                        .bind("party_confidence", utterance.partyConfidence())
                        .bind("words", Columns.json(words))
                        .bind("rewrites", Columns.json(clean(utterance.rewrites())))
                        .add();
            }
            batch.execute();
        }
    }

    private static List<Rewrite> clean(List<Rewrite> rewrites) {
        return rewrites.stream()
                .map(r -> new Rewrite(
                        r.kind(),
                        r.sensitive(),
                        r.startChar(),
                        r.endChar(),
                        PgText.cleanOrNull(r.spoken()),
                        r.startMs(),
                        r.endMs()))
                .toList();
    }

    Optional<StoredTranscript> read(Handle handle, CallId callId, String hash) {
        List<Utterance> utterances = handle.createQuery(
                        "SELECT * FROM utterances WHERE call_id = :id AND transcript_hash = :hash ORDER BY utterance_id")
                .bind("id", callId.value())
                .bind("hash", hash)
                .map((row, context) -> utterance(row))
                .list();
        return handle.createQuery("SELECT * FROM transcripts WHERE call_id = :id AND transcript_hash = :hash")
                .bind("id", callId.value())
                .bind("hash", hash)
                .map((row, context) -> transcript(row, utterances))
                .findOne();
    }

    private static StoredTranscript transcript(ResultSet row, List<Utterance> utterances) throws SQLException {
        String playback = row.getString("playback");
        return new StoredTranscript(
                new Transcript(
                        Columns.required(row, "language"),
                        TranscriptSource.ofId(Columns.required(row, "source")),
                        Columns.required(row, "asr_model_id"),
                        row.getString("asr_model_hash"),
                        row.getLong("duration_ms"),
                        row.getInt("channel_count"),
                        row.getString("text_version"),
                        Columns.fromJson(Columns.required(row, "parties"), PARTIES),
                        Columns.fromJson(Columns.required(row, "warnings"), WARNINGS),
                        utterances),
                Columns.required(row, "transcript_hash"),
                Columns.requiredInstant(row, "transcribed_at"),
                row.getLong("processing_ms"),
                Columns.fromJson(Columns.required(row, "levels"), LEVELS),
                playback == null ? null : Columns.fromJson(playback, MANIFEST));
    }

    private static Utterance utterance(ResultSet row) throws SQLException {
        return new Utterance(
                row.getInt("utterance_id"),
                row.getInt("channel"),
                Party.ofId(Columns.required(row, "party")),
                row.getLong("start_ms"),
                row.getLong("end_ms"),
                Columns.required(row, "text"),
                Columns.share(row, "confidence"),
                Columns.share(row, "party_confidence"),
                Columns.fromJson(Columns.required(row, "words"), WORDS),
                Columns.fromJson(Columns.required(row, "rewrites"), REWRITES));
    }
}
