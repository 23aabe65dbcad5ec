package io.callscope.transcribe.playback;

import io.callscope.kit.audio.KafkaRecordingWriter;
import io.callscope.model.call.CallId;
import io.callscope.model.hash.Sha256;
import io.callscope.model.recording.AudioManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;

/** Keeps copies beside the recordings, in {@code calls.audio.v1}, each under an upload id of its own. Thread-safe. */
public final class KafkaPlaybackStore implements PlaybackStore {
    private final KafkaRecordingWriter writer;

    public KafkaPlaybackStore(KafkaRecordingWriter writer) {
        this.writer = Objects.requireNonNull(writer, "writer");
    }

    @Override
    public AudioManifest keep(CallId callId, Path copy) throws IOException {
        return writer.write(callId, UUID.randomUUID().toString(), copy, sha256(copy));
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Sha256.hex(bytes);
        }
    }
}
