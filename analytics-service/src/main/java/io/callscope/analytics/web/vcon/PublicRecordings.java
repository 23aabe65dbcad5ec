package io.callscope.analytics.web.vcon;

import io.callscope.analytics.store.CallDetail;
import io.callscope.analytics.vcon.RecordingReference;
import io.callscope.analytics.web.audio.AudioCache;
import io.callscope.analytics.web.audio.ByteRange;
import io.callscope.analytics.web.audio.CachedRecording;
import io.callscope.analytics.web.audio.PlayableAudio;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.recording.AudioManifest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the recordings of calls are heard from outside: what the pages play, at their public address. Thread-safe. */
public final class PublicRecordings {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final AudioCache recordings;
    private final boolean playUntranscribed;
    private final @Nullable URI publicUrl;

    /**
     * @param playUntranscribed whether recordings may be heard before anybody looked for personal data in them
     * @param publicUrl where others reach the pages; without one over https there is no address for anybody
     */
    public PublicRecordings(AudioCache recordings, boolean playUntranscribed, @Nullable URI publicUrl) {
        this.recordings = recordings;
        this.playUntranscribed = playUntranscribed;
        this.publicUrl = publicUrl;
    }

    /** What cannot be read now is left out: an address without a hash is no reference. */
    Optional<RecordingReference> of(CallDetail detail) throws IOException {
        AudioManifest manifest = PlayableAudio.of(detail, playUntranscribed).manifest();
        if (manifest == null || publicUrl == null || !"https".equals(publicUrl.getScheme())) {
            return Optional.empty();
        }
        try (CachedRecording recording = recordings.open(manifest)) {
            URI url = URI.create(publicUrl.toString().replaceAll("/+$", "") + "/api/calls/"
                    + detail.entry().callId() + "/audio");
            return Optional.of(RecordingReference.of(url, sha512(recording)));
        } catch (RejectedCallException | RetryableException gone) {
            return Optional.empty();
        }
    }

    /** The manifest has SHA-256, and vCon wants SHA-512. */
    private static byte[] sha512(CachedRecording recording) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
        byte[] buffer = new byte[BUFFER_BYTES];
        InputStream bytes = recording.stream(new ByteRange(0, recording.size() - 1));
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return digest.digest();
    }
}
