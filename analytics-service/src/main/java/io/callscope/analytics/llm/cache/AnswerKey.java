package io.callscope.analytics.llm.cache;

import io.callscope.analytics.llm.ask.Question;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What decides an answer. The nonce around a transcript does not, and is in none of the parts. Stateless. */
final class AnswerKey {
    private AnswerKey() {}

    /** SHA-256 in hex over transcript, prompt, form of answer, model and its parameters. */
    static String of(Question question, String model, String parameters) {
        String all = String.join(
                "\u0000",
                question.transcriptHash(),
                question.promptHash(),
                question.task(),
                question.schema().toString(),
                Integer.toString(question.maxAnswerTokens()),
                model,
                parameters);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
