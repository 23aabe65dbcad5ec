package io.callscope.analytics.llm.prompt;

import java.util.Objects;

/**
 * The prompt files of one language. Immutable.
 *
 * @param language such as {@code ru}
 * @param system what every task is told first; the same for all of them, so that an endpoint pays for it once
 * @param transcript the block that the call stands in; the same for all tasks of a call
 * @param marks barriers and drivers of some forces
 * @param contact what the call is about, whether it is a repeat, how it ended
 * @param summary what happened and what should be done next
 * @param summaries the same, out of summaries of a long call's parts
 * @param sameIssue whether two calls of a customer are about the same
 * @param criteria questions of scorecards
 * @param repair what is added when an answer was not as asked for
 * @param words what the others are put together with
 */
public record Prompts(
        String language,
        Template system,
        Template transcript,
        Template marks,
        Template contact,
        Template summary,
        Template summaries,
        Template sameIssue,
        Template criteria,
        Template repair,
        PromptWords words) {
    public Prompts {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(transcript, "transcript");
        Objects.requireNonNull(marks, "marks");
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(summaries, "summaries");
        Objects.requireNonNull(sameIssue, "sameIssue");
        Objects.requireNonNull(criteria, "criteria");
        Objects.requireNonNull(repair, "repair");
        Objects.requireNonNull(words, "words");
    }
}
