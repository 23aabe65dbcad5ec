package io.callscope.analytics.llm.task;

import io.callscope.analytics.llm.ask.Hashes;
import io.callscope.analytics.llm.prompt.Prompts;
import io.callscope.analytics.llm.prompt.TokenEstimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Questions of scorecards as tasks of one language, some questions in each: an answer that grows with the questions
 * would not end. Immutable, thread-safe.
 */
public final class CriteriaTasks {
    /** Such as {@code criteria-1}; what costs are told under. */
    public static final String ID = "criteria";

    private static final int QUESTIONS = 8;
    private static final int ANSWER = 90;
    private static final int BRACKETS = 40;

    private final List<Part> parts = new ArrayList<>();
    private final int greatestTokens;

    /**
     * Some questions in one task.
     *
     * @param questions in their order; the model knows them by their numbers from 1
     */
    public record Part(Task task, List<CriterionQuestion> questions) {
        public Part {
            questions = List.copyOf(questions);
        }
    }

    /** @param questions one or more */
    public CriteriaTasks(Prompts prompts, List<CriterionQuestion> questions) {
        for (int from = 0; from < questions.size(); from += QUESTIONS) {
            parts.add(part(prompts, questions.subList(from, Math.min(questions.size(), from + QUESTIONS))));
        }
        this.greatestTokens = TokenEstimate.of(prompts.transcript().text())
                + parts.stream().mapToInt(part -> part.task().tokens()).max().orElse(0);
    }

    private Part part(Prompts prompts, List<CriterionQuestion> questions) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < questions.size(); i++) {
            lines.append(i == 0 ? "" : "\n")
                    .append(i + 1)
                    .append(". ")
                    .append(questions.get(i).text());
        }
        return new Part(
                new Task(
                        ID + "-" + (parts.size() + 1),
                        new Task.Texts(
                                prompts.system().text(),
                                prompts.transcript().text(),
                                prompts.criteria().fill(Map.of("questions", lines.toString())),
                                prompts.repair().text()),
                        AnswerSchemas.criteria(questions.size()),
                        BRACKETS + ANSWER * questions.size()),
                questions);
    }

    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** How many tokens the greatest task takes besides the call's lines, the block's own words included. */
    public int greatestTokens() {
        return greatestTokens;
    }

    /** SHA-256 in hex over all that is asked besides the call. */
    public String promptHash() {
        return Hashes.of(parts.stream().map(part -> part.task().promptHash()).toList());
    }
}
