package io.callscope.analytics.llm.task;

import io.callscope.analytics.llm.prompt.Prompts;
import io.callscope.analytics.llm.prompt.TokenEstimate;

/**
 * The one question about two calls of a customer. No part of a call's own tasks: asking it, or another wording of it,
 * changes no analysis. Immutable, thread-safe.
 */
public final class PairTask {
    private static final int ANSWER = 200;

    private final Task task;
    private final int blockTokens;

    public PairTask(Prompts prompts) {
        this.task = new Task(
                "same-issue",
                new Task.Texts(
                        prompts.system().text(),
                        prompts.transcript().text(),
                        prompts.sameIssue().text(),
                        prompts.repair().text()),
                AnswerSchemas.pair(),
                ANSWER);
        this.blockTokens = TokenEstimate.of(prompts.transcript().text());
    }

    public Task task() {
        return task;
    }

    /** How many tokens everything but the lines of the two calls takes at the most. */
    public int tokens() {
        return task.tokens() + 2 * blockTokens;
    }
}
