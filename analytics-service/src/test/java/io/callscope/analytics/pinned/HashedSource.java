package io.callscope.analytics.pinned;

import io.callscope.kit.audio.RecordingSource;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.hash.Sha256;
import io.callscope.model.recording.AudioManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Recordings in memory, that can be lost or be away for a while. */
final class HashedSource implements RecordingSource {
    private final Map<String, byte[]> recordings = new HashMap<>();
    private final Random random = new Random(7);
    private boolean away;
    int fetches;

    AudioManifest add(int bytes) {
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        MessageDigest digest = Sha256.begin();
        digest.update(content);
        String sha256 = Sha256.hex(digest);
        recordings.put(sha256, content);
        return new AudioManifest("calls.audio.v1", 0, 0, 0, 1, bytes, sha256, "upload");
    }

    byte[] bytes(AudioManifest manifest) {
        return recordings.get(manifest.sha256());
    }

    void lose(AudioManifest manifest) {
        recordings.remove(manifest.sha256());
    }

    void away(boolean now) {
        away = now;
    }

    @Override
    public void copyTo(AudioManifest manifest, Path target) {
        fetches++;
        if (away) {
            throw new RetryableException("the broker is away", null);
        }
        byte[] content = recordings.get(manifest.sha256());
        if (content == null) {
            throw new RejectedCallException(RejectReason.AUDIO_EXPIRED, "recording is gone");
        }
        try {
            Files.write(target, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
