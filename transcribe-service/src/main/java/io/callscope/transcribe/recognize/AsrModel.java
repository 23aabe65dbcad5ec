package io.callscope.transcribe.recognize;

import io.callscope.model.hash.Sha256;
import io.callscope.transcribe.model.DecoderProfile;
import io.callscope.transcribe.model.DecoderSettings;
import io.callscope.transcribe.model.InstalledModel;
import java.util.Objects;

/**
 * The identity of a recognition model, as it stands on every transcript.
 *
 * @param id of the catalogue, and behind {@code @} the profile of its decoder unless it is as shipped
 * @param hash SHA-256 over its files and the profile's settings, hex
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

    /** Words of two profiles differ, so a profile is part of who recognised them. */
    public static AsrModel of(InstalledModel model, DecoderProfile profile) {
        DecoderSettings settings = profile.settings();
        return settings == null
                ? new AsrModel(model.id(), model.hash(), model.sampleRateHz())
                : new AsrModel(
                        model.id() + "@" + profile.id(),
                        Sha256.hex(model.hash() + "\n" + String.join("\n", settings.options())),
                        model.sampleRateHz());
    }

    /** The same model, used in a way that changes words. */
    AsrModel with(String change) {
        return new AsrModel(id, Sha256.hex(hash + "\n" + change), sampleRateHz);
    }
}
