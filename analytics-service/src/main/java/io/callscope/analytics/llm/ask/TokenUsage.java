package io.callscope.analytics.llm.ask;

/**
 * What one request took, in the model's tokens.
 *
 * @param input of the prompt, 0 or more
 * @param cachedInput how many of them the endpoint had cached, at most {@code input}
 * @param output of the answer, 0 or more
 * @param estimated true when the endpoint did not say and they were estimated
 */
public record TokenUsage(int input, int cachedInput, int output, boolean estimated) {
    /** Nothing was asked. */
    public static final TokenUsage NONE = new TokenUsage(0, 0, 0, false);

    public TokenUsage {
        if (input < 0 || cachedInput < 0 || cachedInput > input || output < 0) {
            throw new IllegalArgumentException(
                    "usage of %d (%d cached) in, %d out: expected 0 <= cached <= in, out >= 0"
                            .formatted(input, cachedInput, output));
        }
    }

    public TokenUsage plus(TokenUsage other) {
        return new TokenUsage(
                input + other.input,
                cachedInput + other.cachedInput,
                output + other.output,
                estimated || other.estimated);
    }
}
