package io.callscope.analytics;

import io.callscope.analytics.live.RulebookReader;
import io.callscope.analytics.llm.HybridJudge;
import io.callscope.analytics.llm.LlmClassifier;
import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.prompt.Nonces;
import io.callscope.analytics.llm.prompt.PromptLoader;

/** Judges that ask a language model, for every rulebook one. Stateless. */
public final class LlmJudges {
    private LlmJudges() {}

    /** All of them ask this model. */
    public static RulebookReader.WithModel with(LanguageModel model, LlmTaskSettings calls) {
        return (folder, codebook, rules, alone) -> new HybridJudge(
                rules,
                new LlmClassifier(model, codebook, PromptLoader.load(folder), calls, Nonces.random()),
                codebook,
                calls);
    }
}
