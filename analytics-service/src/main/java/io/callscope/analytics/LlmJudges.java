package io.callscope.analytics;

import io.callscope.analytics.live.RulebookReader;
import io.callscope.analytics.llm.HybridJudge;
import io.callscope.analytics.llm.LlmClassifier;
import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.criteria.CriteriaAsker;
import io.callscope.analytics.llm.prompt.Nonces;
import io.callscope.analytics.llm.prompt.PromptLoader;
import io.callscope.analytics.llm.prompt.Prompts;
import java.util.Map;

/** Judges that ask a language model, for every rulebook one. Stateless. */
public final class LlmJudges {
    private LlmJudges() {}

    /** All of them ask this model. */
    public static RulebookReader.WithModel with(LanguageModel model, LlmTaskSettings calls) {
        return (folder, codebook, rules, questionnaire, alone) -> {
            Map<String, Prompts> prompts = PromptLoader.load(folder);
            // one source for both, so that the block of a call is the same for all that is asked about it
            Nonces nonces = Nonces.random();
            return new HybridJudge(
                    rules,
                    new LlmClassifier(model, codebook, prompts, calls, nonces),
                    codebook,
                    calls,
                    new CriteriaAsker(
                            model, prompts, questionnaire, nonces, calls.contextTokens(), calls.overlapTokens()));
        };
    }
}
