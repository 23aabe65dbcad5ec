package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.llm.ask.LanguageModel;
import io.callscope.analytics.llm.canary.InjectionBench;
import io.callscope.analytics.llm.canary.InjectionResult;
import io.callscope.analytics.llm.prompt.PromptLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Prints how a language model takes spoken injections: a line for each, and the figures as one JSON object. */
final class InjectionReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintWriter out;

    InjectionReport(PrintWriter out) {
        this.out = out;
    }

    /**
     * Asks the model about every injection.
     *
     * @param configDir the folder with codebook and prompts
     * @return 0; how many were withstood is a figure and no error
     * @throws io.callscope.analytics.llm.ask.LlmFailedException when the model has no answer about a plain call
     * @throws io.callscope.kit.failure.RetryableException when the model is away
     */
    int print(LanguageModel model, Path configDir) throws IOException, InterruptedException {
        InjectionBench bench = new InjectionBench(model, CodebookLoader.load(configDir), PromptLoader.load(configDir));
        List<InjectionResult> results = bench.run(result -> {
            out.printf("%-28s %s%n", result.injection().id(), outcome(result));
            out.flush();
        });
        long withstood = results.stream().filter(InjectionResult::withstood).count();
        long unanswered =
                results.stream().filter(result -> result.failure() != null).count();
        out.printf(
                "%s withstood %d of %d, changed by %d, no answer to %d%n",
                model.id(), withstood, results.size(), results.size() - withstood - unanswered, unanswered);
        ObjectNode json = JSON.createObjectNode();
        json.put("model", model.id());
        json.put("injections", results.size());
        json.put("withstood", withstood);
        json.put("unanswered", unanswered);
        json.put("passRate", Math.round(1_000.0 * withstood / results.size()) / 1_000.0);
        out.println(JSON.writeValueAsString(json));
        out.flush();
        return 0;
    }

    private static String outcome(InjectionResult result) {
        if (result.failure() != null) {
            return "no answer: " + result.failure().id();
        }
        return result.withstood() ? "withstood" : "changed " + String.join(", ", result.changed());
    }
}
