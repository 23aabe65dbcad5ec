package io.callscope.analytics.evaluation;

import io.callscope.model.analysis.Versions;
import io.callscope.model.hash.Sha256;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The version of everything that decides an evaluation, whatever the call: figures about the machine hold for one of
 * these. Unlike the version of an analysis it knows nothing of the single transcript, and nothing of flag rules, which
 * no criterion looks at.
 */
public final class EvaluationKey {
    private static final int DIGITS = 16;

    private EvaluationKey() {}

    /**
     * 16 hex digits.
     *
     * @param scorecardVersion see {@link io.callscope.analytics.scorecard.Scorecard#version()}
     * @param asksModel whether any of its criteria takes a language model
     * @param versions of the analysis that it was judged by
     * @param textVersion of the steps that wrote the text; null when none were taken
     */
    public static String of(
            String scorecardVersion, boolean asksModel, Versions versions, @Nullable String textVersion) {
        String all = String.join(
                "\u0000",
                scorecardVersion,
                versions.asrModelId(),
                Objects.requireNonNullElse(versions.asrModelHash(), ""),
                Objects.requireNonNullElse(textVersion, ""),
                versions.classifier(),
                versions.classifierVersion(),
                versions.codebookHash(),
                Objects.requireNonNullElse(versions.talkHash(), ""));
        String questions = versions.criteriaHash();
        if (asksModel && questions != null) {
            // only where answers count, so that the series of every other scorecard goes on
            all = all + "\u0000criteria=" + questions;
        }
        return Sha256.hex(all).substring(0, DIGITS);
    }
}
