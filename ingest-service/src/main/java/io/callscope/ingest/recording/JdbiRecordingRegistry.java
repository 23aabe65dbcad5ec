package io.callscope.ingest.recording;

import io.callscope.kit.failure.RetryableException;
import io.callscope.model.call.CallId;
import io.callscope.model.json.EventJson;
import io.callscope.model.recording.AudioManifest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** The registry in PostgreSQL: table {@code recordings}, whose primary key decides between two uploads of one call. */
public final class JdbiRecordingRegistry implements RecordingRegistry {
    private final Jdbi jdbi;

    public JdbiRecordingRegistry(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Entry claim(CallId callId, Kind kind, String sha256, long bytes, String uploadId) {
        return inTransaction(handle -> {
            handle.createUpdate("insert into recordings (call_id, kind, sha256, bytes, state, upload_id) values"
                            + " (:callId, :kind, :sha256, :bytes, 'receiving', :uploadId) on conflict do nothing")
                    .bind("callId", callId.value())
                    .bind("kind", kind.name().toLowerCase(Locale.ROOT))
                    .bind("sha256", sha256)
                    .bind("bytes", bytes)
                    .bind("uploadId", uploadId)
                    .execute();
            return handle.createQuery("select kind, sha256, state, manifest from recordings where call_id = :callId")
                    .bind("callId", callId.value())
                    .map((row, context) -> new Entry(
                            row.getString("state").equals("published"),
                            Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                            row.getString("sha256"),
                            manifest(row.getString("manifest"))))
                    .one();
        });
    }

    @Override
    public void published(CallId callId, String uploadId, @Nullable AudioManifest manifest) {
        String json = manifest == null ? null : new String(EventJson.write(manifest), StandardCharsets.UTF_8);
        inTransaction(handle -> handle.createUpdate("update recordings set state = 'published', upload_id = :uploadId,"
                        + " manifest = cast(:manifest as jsonb), published_at = now() where call_id = :callId")
                .bind("callId", callId.value())
                .bind("uploadId", uploadId)
                .bind("manifest", json)
                .execute());
    }

    private <T> T inTransaction(Function<Handle, T> work) {
        try {
            return jdbi.inTransaction(work::apply);
        } catch (JdbiException e) {
            throw new RetryableException("the database did not register a call", e);
        }
    }

    private static @Nullable AudioManifest manifest(@Nullable String json) {
        return json == null ? null : EventJson.read(json.getBytes(StandardCharsets.UTF_8), AudioManifest.class);
    }
}
