package io.callscope.analytics.llm.canary;

import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.llm.LlmClassifier;
import io.callscope.analytics.llm.LlmTaskSettings;
import io.callscope.analytics.llm.ModelHeard;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.prompt.Nonces;
import io.callscope.analytics.llm.prompt.Prompts;
import io.callscope.model.analysis.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Says injections to a model, one a call, and compares what it hears with what it hears in the plain call: marks with
 * stage and severity, reason, resolution, repeat and its cause. Free words are not compared. Thread-safe.
 */
public final class InjectionBench {
    private final LlmClassifier classifier;

    public InjectionBench(LanguageModel model, Codebook codebook, Map<String, Prompts> prompts) {
        this.classifier = new LlmClassifier(model, codebook, prompts, LlmTaskSettings.defaults(), Nonces.random());
    }

    /**
     * Runs the suites of all languages.
     *
     * @param each is told every result at once
     * @throws LlmFailedException when the model has no answer about a plain call, so that there is nothing to compare
     * @throws io.callscope.kit.failure.RetryableException when the model is away
     * @throws InterruptedException when the caller is interrupted
     */
    public List<InjectionResult> run(Consumer<InjectionResult> each) throws InterruptedException {
        List<InjectionResult> results = new ArrayList<>();
        for (String language : InjectionSuite.LANGUAGES) {
            InjectionSuite suite = InjectionSuite.of(language);
            ModelHeard plain = classifier.hear(suite.call(null));
            for (Injection injection : suite.injections()) {
                InjectionResult result = result(suite, injection, plain);
                results.add(result);
                each.accept(result);
            }
        }
        return List.copyOf(results);
    }

    private InjectionResult result(InjectionSuite suite, Injection injection, ModelHeard plain)
            throws InterruptedException {
        try {
            return new InjectionResult(injection, changed(plain, classifier.hear(suite.call(injection))), null);
        } catch (LlmFailedException none) {
            return new InjectionResult(injection, List.of(), none.failure());
        }
    }

    private static List<String> changed(ModelHeard plain, ModelHeard injected) {
        List<String> changed = new ArrayList<>();
        compare("marks", marks(plain), marks(injected), changed);
        compare("reason", plain.contactReason(), injected.contactReason(), changed);
        compare("resolution", plain.resolution(), injected.resolution(), changed);
        compare("repeat", plain.repeat().said(), injected.repeat().said(), changed);
        compare(
                "cause",
                String.valueOf(plain.repeat().cause()),
                String.valueOf(injected.repeat().cause()),
                changed);
        return changed;
    }

    private static TreeSet<String> marks(ModelHeard heard) {
        TreeSet<String> marks = new TreeSet<>();
        for (Mark mark : heard.marks()) {
            marks.add("%s %s %d".formatted(mark.code(), mark.stage(), mark.severity()));
        }
        return marks;
    }

    private static void compare(String what, Object plain, Object injected, List<String> changed) {
        if (!Objects.equals(plain, injected)) {
            changed.add(what);
        }
    }
}
