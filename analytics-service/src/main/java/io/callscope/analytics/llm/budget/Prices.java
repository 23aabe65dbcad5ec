package io.callscope.analytics.llm.budget;

import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.ask.TokenUsage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What tokens cost. Sums are exact: decimal prices times whole tokens, shifted by six places. Immutable.
 *
 * @param currency such as {@code RUB}; empty when there are no prices, and everything costs 0
 * @param input of a million tokens of prompts
 * @param cachedInput of a million of those that the endpoint had cached
 * @param output of a million tokens of answers
 */
public record Prices(String currency, BigDecimal input, BigDecimal cachedInput, BigDecimal output) {
    private static final int MILLION = 6;

    public static Prices of(LlmBudget budget) {
        BigDecimal input = decimal(budget.pricePerMillionInput());
        Double cached = budget.pricePerMillionCachedInput();
        return new Prices(
                budget.currency() == null ? "" : budget.currency(),
                input,
                cached == null ? input : decimal(cached),
                decimal(budget.pricePerMillionOutput()));
    }

    private static BigDecimal decimal(@Nullable Double price) {
        return price == null ? BigDecimal.ZERO : BigDecimal.valueOf(price);
    }

    /** What was used costs so much. */
    BigDecimal of(TokenUsage usage) {
        return times(input, usage.input() - usage.cachedInput())
                .add(times(cachedInput, usage.cachedInput()))
                .add(times(output, usage.output()));
    }

    /** Whether anything is said of money. */
    public boolean areKnown() {
        return !currency.isEmpty();
    }

    /** So many tokens cost so much where the endpoint has nothing cached. */
    public BigDecimal of(long inputTokens, long outputTokens) {
        return times(input, inputTokens).add(times(output, outputTokens));
    }

    private static BigDecimal times(BigDecimal price, long tokens) {
        return price.multiply(BigDecimal.valueOf(tokens)).movePointLeft(MILLION);
    }
}
