package io.callscope.model.analysis;

import io.callscope.model.hash.Sha256;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what an analysis says. Two analyses with different versions never overwrite one another.
 *
 * @param asrModelId recognition model, or the name an importing system gave
 * @param asrModelHash hash of the model's files; null for imported transcripts
 * @param transcriptHash hash of the transcript that was analyzed
 * @param classifier kind of classifier, such as {@code rules}
 * @param classifierVersion version of the classifier's code and language resources
 * @param codebookHash hash of the codebook
 * @param flagRulesHash hash of the flag rules
 * @param talkHash hash of how talk is measured: code and limits; null in results of releases that did not
 * @param criteriaHash hash of the questions of scorecards that a language model was asked; null when it was asked none
 */
public record Versions(
        String asrModelId,
        @Nullable String asrModelHash,
        String transcriptHash,
        String classifier,
        String classifierVersion,
        String codebookHash,
        String flagRulesHash,
        @Nullable String talkHash,
        @Nullable String criteriaHash) {
    public Versions {
        Objects.requireNonNull(asrModelId, "asrModelId");
        Objects.requireNonNull(transcriptHash, "transcriptHash");
        Objects.requireNonNull(classifier, "classifier");
        Objects.requireNonNull(classifierVersion, "classifierVersion");
        Objects.requireNonNull(codebookHash, "codebookHash");
        Objects.requireNonNull(flagRulesHash, "flagRulesHash");
    }

    /** What decided a result whose talk was not measured. */
    public Versions(
            String asrModelId,
            @Nullable String asrModelHash,
            String transcriptHash,
            String classifier,
            String classifierVersion,
            String codebookHash,
            String flagRulesHash) {
        this(
                asrModelId,
                asrModelHash,
                transcriptHash,
                classifier,
                classifierVersion,
                codebookHash,
                flagRulesHash,
                null,
                null);
    }

    /** What decided a result without questions of scorecards. */
    public Versions(
            String asrModelId,
            @Nullable String asrModelHash,
            String transcriptHash,
            String classifier,
            String classifierVersion,
            String codebookHash,
            String flagRulesHash,
            @Nullable String talkHash) {
        this(
                asrModelId,
                asrModelHash,
                transcriptHash,
                classifier,
                classifierVersion,
                codebookHash,
                flagRulesHash,
                talkHash,
                null);
    }

    /** The version key: 16 hex digits over all components. */
    public String key() {
        String all = String.join(
                "\u0000",
                asrModelId,
                Objects.requireNonNullElse(asrModelHash, ""),
                transcriptHash,
                classifier,
                classifierVersion,
                codebookHash,
                flagRulesHash);
        if (talkHash != null) {
            // appended only where there is one, so that keys of older results stay what they are
            all = all + '\u0000' + talkHash;
        }
        if (criteriaHash != null) {
            // named, so that it is never taken for the hash before it
            all = all + "\u0000criteria=" + criteriaHash;
        }
        return Sha256.hex(all).substring(0, 16);
    }
}
