package io.callscope.analytics.live;

import io.callscope.analytics.classify.Explainer;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.llm.CallJudge;
import io.callscope.analytics.pipeline.AnalyzeStep;
import io.callscope.analytics.scorecard.Scorecards;
import java.util.Objects;

/**
 * One reading of the configuration folder, with all that is made from it: a call is judged by one of these from its
 * first word to its flags. Immutable, thread-safe.
 *
 * @param digest of the files as they were read, see {@link RulebookFiles}
 * @param codebook codes, patterns, examples
 * @param flags when a call is put before people
 * @param scorecards what a good call must hold
 * @param explainer says why the rules hear what they hear
 * @param rules judges by the rules alone
 * @param step makes the analysis of what was heard
 * @param judge hears what is in a call, with a language model where one is configured
 */
public record Rulebook(
        String digest,
        Codebook codebook,
        FlagRules flags,
        Scorecards scorecards,
        Explainer explainer,
        CallJudge rules,
        AnalyzeStep step,
        CallJudge judge) {
    private static final int SHORT = 12;

    public Rulebook {
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(codebook, "codebook");
        Objects.requireNonNull(flags, "flags");
        Objects.requireNonNull(scorecards, "scorecards");
        Objects.requireNonNull(explainer, "explainer");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(judge, "judge");
    }

    /** The digest as people say it. */
    public String version() {
        return digest.substring(0, SHORT);
    }
}
