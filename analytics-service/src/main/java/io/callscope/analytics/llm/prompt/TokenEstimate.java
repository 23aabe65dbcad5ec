package io.callscope.analytics.llm.prompt;

import io.callscope.analytics.llm.ask.Question;

/**
 * How many tokens a text is at most, about, without any model's tokenizer. It errs on the high side: a token of Russian
 * is taken for 2.5 characters, of English for 3.5 (tokenizers in use make 2.5 to 3.5 and 4 to 5 of them); a digit is a
 * token, other punctuation half a one, a letter of any other script a whole one. Stateless.
 */
public final class TokenEstimate {
    private static final double CYRILLIC = 1 / 2.5;
    private static final double LATIN = 1 / 3.5;
    private static final double PUNCTUATION = 0.5;

    private TokenEstimate() {}

    /** Tokens, 0 or more. */
    public static int of(String text) {
        double tokens = 0;
        for (int i = 0; i < text.length(); i++) {
            tokens += weight(text.charAt(i));
        }
        return (int) Math.ceil(tokens);
    }

    /** Of a question's prompt; some endpoints put the schema into it. */
    public static int of(Question question) {
        return of(question.system())
                + of(question.user())
                + of(question.schema().toString());
    }

    private static double weight(char c) {
        if (c == ' ' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
            return LATIN;
        }
        if (c >= '\u0400' && c <= '\u04ff') {
            return CYRILLIC;
        }
        return c < '\u0080' && !Character.isDigit(c) ? PUNCTUATION : 1;
    }
}
