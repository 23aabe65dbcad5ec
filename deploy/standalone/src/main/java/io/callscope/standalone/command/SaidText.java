package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.classify.Explanation;
import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.classify.TypedCall;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.codebook.InvalidConfigException;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.Transcript;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Explains to somebody who tunes the patterns what the rules make of a few words. */
final class SaidText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final PrintWriter out;

    SaidText(PrintWriter out) {
        this.out = out;
    }

    /**
     * Prints a line for each pattern that fires, then one JSON object.
     *
     * @param said an utterance each, with its party before it
     * @param language null to tell it by the letters
     * @return 0
     * @throws IllegalArgumentException when the codebook cannot be used, or knows no such language
     */
    int explain(List<String> said, @Nullable String language, Path configDir) throws IOException {
        Transcript transcript = TypedCall.of(said, language);
        RulesClassifier rules;
        try {
            rules = new RulesClassifier(CodebookLoader.load(configDir));
        } catch (InvalidConfigException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        print(rules.explain(CallMetadata.ofLanguage(transcript.language()), transcript));
        return 0;
    }

    private void print(Explanation explanation) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("verdict", explanation.result().verdict().id());
        if (explanation.steps().isEmpty()) {
            out.println("no pattern fires");
        }
        for (Explanation.Step step : explanation.steps()) {
            String pattern = step.pattern() == null ? "(example phrases)" : step.pattern();
            out.printf(
                    Locale.ROOT,
                    "%-34s %-12s %.2f  \"%s\"  %s%s%n",
                    step.target(),
                    step.fate().id(),
                    step.confidence(),
                    step.words(),
                    pattern,
                    step.excludedBy() == null ? "" : "  excluded by " + step.excludedBy());
            ObjectNode line = json.withArray("steps").addObject();
            line.put("target", step.target());
            line.put("pattern", step.pattern());
            line.put("excludedBy", step.excludedBy());
            line.put("party", step.party().id());
            line.put("words", step.words());
            line.put("confidence", Math.round(step.confidence() * 100) / 100.0);
            line.put("fate", step.fate().id());
        }
        json.withArray("marks");
        explanation.result().marks().forEach(mark -> json.withArray("marks").add(mark.code()));
        out.println(JSON.writeValueAsString(json));
        out.flush();
    }
}
