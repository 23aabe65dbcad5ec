package io.callscope.analytics.llm.budget;

import io.callscope.analytics.llm.ask.TokenUsage;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a request takes.
 *
 * @param usage tokens
 * @param money in the configured currency, 0 without prices
 */
record Amount(TokenUsage usage, BigDecimal money) {
    Amount {
        Objects.requireNonNull(usage, "usage");
        Objects.requireNonNull(money, "money");
    }

    /** Of prompt and answer together. */
    long tokens() {
        return (long) usage.input() + usage.output();
    }
}
