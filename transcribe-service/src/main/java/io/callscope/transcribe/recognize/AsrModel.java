package io.callscope.transcribe.recognize;

import java.util.Objects;

/**
 * The identity of a recognition model, as it stands on every transcript.
 *
 * @param id of the catalogue
 * @param hash SHA-256 over its files, hex
 * @param sampleRateHz the only rate it understands
 */
public record AsrModel(String id, String hash, int sampleRateHz) {
    public AsrModel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(hash, "hash");
        if (sampleRateHz < 1) {
            throw new IllegalArgumentException("model %s at %d Hz: expected 1 or more".formatted(id, sampleRateHz));
        }
    }
}
