package io.callscope.transcribe.model;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A model that lies on this machine and was checked.
 *
 * @param id of the catalogue
 * @param language primary language subtag that it understands
 * @param folder where it lies
 * @param sampleRateHz the only rate it understands, from its {@code conf/mfcc.conf}
 * @param hash SHA-256 over the paths and hashes of its files, hex
 * @param profiles how hard its decoder may search
 */
public record InstalledModel(
        String id, String language, Path folder, int sampleRateHz, String hash, DecoderProfiles profiles) {
    public InstalledModel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(profiles, "profiles");
    }
}
