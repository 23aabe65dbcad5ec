package io.callscope.analytics.llm.endpoint;

import java.util.Locale;

/** How an endpoint is told which form its answer must have, the strictest first. Every answer is checked by us besides. */
public enum AnswerForm {
    /** By a JSON Schema of its own, which it keeps to while it writes. */
    SCHEMA,
    /** By the mode that writes any JSON object; the schema stands in the prompt. */
    OBJECT,
    /** By words in the prompt alone. */
    WORDS;

    /** The word for this form in logs and versions. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
