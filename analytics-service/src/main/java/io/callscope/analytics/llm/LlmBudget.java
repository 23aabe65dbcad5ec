package io.callscope.analytics.llm;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a language model may take: section {@code llm.budget}. Nothing is capped by default, and without prices nothing
 * is said of money.
 *
 * @param tokensPerCall what one call may take in one day, prompts and answers, 1,000 to 1,000,000,000; no cap when
 *     absent
 * @param tokensPerDay what all calls may take in one day of the site's zone, 1,000 to 1,000,000,000,000; no cap when
 *     absent
 * @param moneyPerDay the same in money, above 0; needs prices; no cap when absent
 * @param currency of all prices and sums, such as {@code RUB}; three capital letters
 * @param pricePerMillionInput of a million tokens of prompts, 0 or more
 * @param pricePerMillionCachedInput of those that the endpoint had cached; that of all others when absent
 * @param pricePerMillionOutput of a million tokens of answers, 0 or more
 */
public record LlmBudget(
        @Nullable Long tokensPerCall,
        @Nullable Long tokensPerDay,
        @Nullable Double moneyPerDay,
        @Nullable String currency,
        @Nullable Double pricePerMillionInput,
        @Nullable Double pricePerMillionCachedInput,
        @Nullable Double pricePerMillionOutput) {
    private static final LlmBudget NONE = new LlmBudget(null, null, null, null, null, null, null);
    private static final long LEAST_TOKENS = 1_000;
    private static final double GREATEST_MONEY = 1e9;

    public LlmBudget {
        requireTokens("tokensPerCall", tokensPerCall, 1_000_000_000L);
        requireTokens("tokensPerDay", tokensPerDay, 1_000_000_000_000L);
        requireMoney("moneyPerDay", moneyPerDay);
        requireMoney("pricePerMillionInput", pricePerMillionInput);
        requireMoney("pricePerMillionCachedInput", pricePerMillionCachedInput);
        requireMoney("pricePerMillionOutput", pricePerMillionOutput);
        if (currency != null && !currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException(
                    "currency \"%s\": expected three capital letters such as RUB".formatted(currency));
        }
        boolean priced = currency != null && pricePerMillionInput != null && pricePerMillionOutput != null;
        boolean silent = currency == null && pricePerMillionInput == null && pricePerMillionOutput == null;
        if (!priced && (!silent || pricePerMillionCachedInput != null)) {
            throw new IllegalArgumentException(
                    "currency %s, pricePerMillionInput %s, pricePerMillionOutput %s: expected all three, or no prices"
                            .formatted(currency, pricePerMillionInput, pricePerMillionOutput));
        }
        if (moneyPerDay != null && (!priced || moneyPerDay == 0)) {
            throw new IllegalArgumentException(
                    "moneyPerDay %s: expected more than 0, and currency, pricePerMillionInput and pricePerMillionOutput beside it"
                            .formatted(moneyPerDay));
        }
    }

    /** No caps, no prices. */
    public static LlmBudget none() {
        return NONE;
    }

    /** Only a cap of a day's tokens. */
    public static LlmBudget ofTokensPerDay(long tokens) {
        return new LlmBudget(null, tokens, null, null, null, null, null);
    }

    /** Whether anything is said of money. */
    public boolean hasPrices() {
        return currency != null;
    }

    private static void requireTokens(String name, @Nullable Long tokens, long most) {
        if (tokens != null && (tokens < LEAST_TOKENS || tokens > most)) {
            throw new IllegalArgumentException("%s %d: expected %d to %d".formatted(name, tokens, LEAST_TOKENS, most));
        }
    }

    private static void requireMoney(String name, @Nullable Double money) {
        if (money != null && !(money >= 0 && money <= GREATEST_MONEY)) {
            throw new IllegalArgumentException(
                    "%s %s: expected 0 to %.0f".formatted(name, Objects.requireNonNull(money), GREATEST_MONEY));
        }
    }
}
