package io.callscope.analytics.llm.task;

import io.callscope.analytics.codebook.CauseDefinition;
import io.callscope.analytics.codebook.CodeDefinition;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.ForceDefinition;
import io.callscope.analytics.codebook.LocalText;
import io.callscope.analytics.codebook.ReasonDefinition;
import io.callscope.analytics.codebook.StageDefinition;
import io.callscope.analytics.llm.prompt.PromptWords;
import io.callscope.model.analysis.Polarity;
import java.util.List;
import java.util.stream.Collectors;

/** The codebook in the words of one language, as the prompts have it: a line for each thing. Immutable. */
final class Wording {
    private static final int EXAMPLES = 2;

    private final Codebook codebook;
    private final String language;
    private final PromptWords words;

    Wording(Codebook codebook, String language, PromptWords words) {
        this.codebook = codebook;
        this.language = language;
        this.words = words;
    }

    String codes(List<ForceDefinition> forces) {
        StringBuilder text = new StringBuilder();
        for (ForceDefinition force : forces) {
            text.append("## ")
                    .append(in(force.name()))
                    .append(". ")
                    .append(in(force.definition()))
                    .append('\n');
            for (CodeDefinition code : codebook.codes(force.force())) {
                text.append(line(code)).append('\n');
            }
        }
        return text.toString().strip();
    }

    private String line(CodeDefinition code) {
        String sign = code.polarity() == Polarity.BARRIER ? "−" : "+";
        StringBuilder line = new StringBuilder("%s %s: %s".formatted(sign, code.id(), in(code.definition())));
        append(line, words.counts(), in(code.inclusion()));
        append(line, words.excluded(), in(code.exclusion()));
        append(
                line,
                words.examples(),
                code.examples().getOrDefault(language, List.of()).stream()
                        .limit(EXAMPLES)
                        .collect(Collectors.joining("; ")));
        return line.toString();
    }

    private static void append(StringBuilder line, String before, String text) {
        if (!text.isBlank()) {
            line.append(' ').append(before).append(": ").append(text);
        }
    }

    String stages() {
        return codebook.stages().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(StageDefinition stage) {
        return "%s: %s".formatted(stage.id(), in(stage.definition()));
    }

    String reasons() {
        return codebook.reasons().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(ReasonDefinition reason) {
        return "%s: %s".formatted(reason.id(), in(reason.definition()));
    }

    String causes() {
        return codebook.causes().stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(CauseDefinition cause) {
        return "%s: %s".formatted(cause.id(), in(cause.definition()));
    }

    private String in(LocalText text) {
        return text.in(language);
    }
}
