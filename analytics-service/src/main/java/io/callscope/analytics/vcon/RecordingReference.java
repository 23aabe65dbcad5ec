package io.callscope.analytics.vcon;

import java.net.URI;
import java.util.Base64;
import java.util.Objects;

/**
 * Where the recording of a call may be heard by those who may hear it.
 *
 * @param url with https
 * @param sha512 of what lies there, 64 bytes in base64url without padding
 */
public record RecordingReference(URI url, String sha512) {
    public RecordingReference {
        Objects.requireNonNull(sha512, "sha512");
        if (!"https".equals(url.getScheme())) {
            throw new IllegalArgumentException("recording at a %s address: expected https".formatted(url.getScheme()));
        }
    }

    /** With a hash as it is computed. */
    public static RecordingReference of(URI url, byte[] sha512) {
        return new RecordingReference(
                url, Base64.getUrlEncoder().withoutPadding().encodeToString(sha512));
    }
}
