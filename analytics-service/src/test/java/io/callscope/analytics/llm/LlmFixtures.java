package io.callscope.analytics.llm;

import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.prompt.Nonces;
import io.callscope.analytics.llm.prompt.PromptLoader;
import io.callscope.analytics.llm.prompt.Prompts;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** What tests of the language model's part need of the shipped configuration. */
public final class LlmFixtures {
    /** The shipped configuration. */
    public static final Path CONFIG = Path.of("..", "deploy", "config");
    /** The shipped codebook. */
    public static final Codebook CODEBOOK = CodebookLoader.load(CONFIG);
    /** The shipped prompts. */
    public static final Map<String, Prompts> PROMPTS = PromptLoader.load(CONFIG);

    private static final RulesClassifier RULES = new RulesClassifier(CODEBOOK);

    private LlmFixtures() {}

    /** With the shipped configuration. */
    public static LlmClassifier classifier(LanguageModel model, LlmTaskSettings settings) {
        return new LlmClassifier(model, CODEBOOK, PROMPTS, settings, Nonces.random());
    }

    /** With the shipped configuration and rules. */
    public static HybridJudge judge(LanguageModel model) {
        LlmTaskSettings settings = LlmTaskSettings.defaults();
        return new HybridJudge(RULES, classifier(model, settings), CODEBOOK, settings);
    }

    /** Lines begin with К (customer) or О (agent). */
    public static CallTranscribed call(String language, String... lines) {
        return call(CallFixtures.transcript(language, lines));
    }

    public static CallTranscribed call(Transcript transcript) {
        return CallFixtures.transcribed(
                "call-1", CallFixtures.metadata(), Instant.parse("2026-10-12T12:00:00Z"), transcript);
    }
}
