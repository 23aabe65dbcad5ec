package io.callscope.analytics.llm.cache;

import io.callscope.analytics.llm.ask.Hashes;
import io.callscope.analytics.llm.ask.Question;
import java.util.ArrayList;
import java.util.List;

/** What decides an answer. The nonce around a transcript does not, and is in none of the parts. Stateless. */
final class AnswerKey {
    private AnswerKey() {}

    /** SHA-256 in hex over transcript, prompt, form of answer, model and its parameters. */
    static String of(Question question, String model, String parameters) {
        List<String> parts = new ArrayList<>(List.of(
                question.transcriptHash(),
                question.promptHash(),
                question.task(),
                question.schema().toString(),
                Integer.toString(question.maxAnswerTokens()),
                model,
                parameters));
        if (question.vote() > 0) {
            parts.add("vote " + question.vote());
        }
        return Hashes.of(parts);
    }
}
