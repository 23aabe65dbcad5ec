package io.callscope.analytics.live;

import io.callscope.analytics.classify.EvidenceSettings;
import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.llm.CallJudge;
import io.callscope.analytics.llm.criteria.Questionnaire;
import io.callscope.analytics.pipeline.AnalyzeStep;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.analytics.talk.TalkSettings;
import java.nio.file.Path;
import java.util.Objects;

/** Makes a {@link Rulebook} out of what a configuration folder holds. Thread-safe. */
public final class RulebookReader {
    private final EvidenceSettings evidence;
    private final TalkSettings talk;
    private final WithModel model;

    /** What a language model adds to the rules. */
    @FunctionalInterface
    public interface WithModel {
        /** No model is configured. */
        WithModel NONE = (folder, codebook, rules, questionnaire, alone) -> alone;

        /**
         * A judge that asks the model.
         *
         * @param folder the configuration folder, for the prompts
         * @param questionnaire what the scorecards ask about a call
         * @param alone the judge without it
         * @throws io.callscope.analytics.codebook.InvalidConfigException when the prompts cannot be used
         * @throws IllegalArgumentException when they leave no room for a call
         */
        CallJudge judge(
                Path folder, Codebook codebook, RulesClassifier rules, Questionnaire questionnaire, CallJudge alone);
    }

    public RulebookReader(EvidenceSettings evidence, TalkSettings talk, WithModel model) {
        this.evidence = Objects.requireNonNull(evidence, "evidence");
        this.talk = Objects.requireNonNull(talk, "talk");
        this.model = Objects.requireNonNull(model, "model");
    }

    /**
     * Reads the folder as it is now.
     *
     * @throws io.callscope.analytics.codebook.InvalidConfigException with every problem of the first part that has some
     * @throws IllegalArgumentException when the prompts leave no room for a call
     * @throws java.io.UncheckedIOException when a file cannot be read
     */
    public Rulebook read(RulebookFiles files) {
        String digest = files.digest();
        Codebook codebook = CodebookLoader.load(files.folder());
        FlagRules flags = FlagRules.load(files.folder(), codebook);
        Scorecards scorecards = Scorecards.load(files.folder(), codebook);
        RulesClassifier rules = new RulesClassifier(codebook, evidence);
        AnalyzeStep step = new AnalyzeStep(rules, flags, codebook.hash(), talk);
        CallJudge alone = step::byRules;
        CallJudge judge = model.judge(
                files.folder(),
                codebook,
                rules,
                call -> scorecards.questions(call.metadata(), call.transcript()),
                alone);
        return new Rulebook(digest, codebook, flags, scorecards, rules, alone, step, judge);
    }
}
