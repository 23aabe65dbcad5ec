package io.callscope.transcribe.playback;

import io.callscope.kit.audio.KafkaRecordingWriter;
import io.callscope.model.call.CallId;
import io.callscope.model.recording.AudioManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        try (InputStream bytes = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
