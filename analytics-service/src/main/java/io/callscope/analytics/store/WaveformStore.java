package io.callscope.analytics.store;

import io.callscope.analytics.database.Columns;
import io.callscope.model.call.CallId;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Waveform;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Waveforms, a row for each channel. Stateless; works within the caller's transaction. */
final class WaveformStore {
    private static final String INSERT = """
            INSERT INTO waveforms (call_id, transcript_hash, channel, bucket_ms, peaks)
            VALUES (:call_id, :hash, :channel, :bucket_ms, :peaks)
            ON CONFLICT DO NOTHING
            """;

    /** One channel as it stands in its row. */
    private record Channel(int bucketMs, byte[] peaks) {
        @Override
        public String toString() {
            return "%d buckets of %d ms".formatted(peaks.length, bucketMs);
        }
    }

    /** Writes the waveform that came with the transcript, unless there is one already or none came. */
    void insert(Handle handle, CallTranscribed event) {
        Waveform waveform = event.waveform();
        if (waveform == null || waveform.channels().isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
            for (int channel = 0; channel < waveform.channels().size(); channel++) {
                batch.bind("call_id", event.callId().value())
                        .bind("hash", event.transcriptHash())
                        .bind("channel", channel)
                        .bind("bucket_ms", waveform.bucketMs())
                        .bind("peaks", waveform.peaks(channel))
                        .add();
            }
            batch.execute();
        }
    }

    Optional<Waveform> read(Handle handle, CallId callId, String hash) {
        List<Channel> channels = handle.createQuery("""
                        SELECT bucket_ms, peaks FROM waveforms
                        WHERE call_id = :id AND transcript_hash = :hash ORDER BY channel
                        """)
                .bind("id", callId.value())
                .bind("hash", hash)
                .map((row, context) -> new Channel(row.getInt("bucket_ms"), Columns.requiredBytes(row, "peaks")))
                .list();
        return channels.isEmpty()
                ? Optional.empty()
                : Optional.of(Waveform.of(
                        channels.get(0).bucketMs(),
                        channels.stream().map(Channel::peaks).toList()));
    }
}
