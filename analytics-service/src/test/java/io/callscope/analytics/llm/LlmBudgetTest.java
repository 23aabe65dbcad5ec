package io.callscope.analytics.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LlmBudgetTest {
    @Test
    void aCapOfMoneyNeedsPricesAndACurrency() {
        // When
        // Then
        assertThatThrownBy(() -> new LlmBudget(null, null, 10.0, null, null, null, null))
                .hasMessageContaining("moneyPerDay 10.0")
                .hasMessageContaining("currency");
        assertThatThrownBy(() -> new LlmBudget(null, null, null, "RUB", 1.0, null, null))
                .hasMessageContaining("pricePerMillionOutput null");
        assertThatThrownBy(() -> new LlmBudget(null, null, null, null, null, 1.0, null))
                .hasMessageContaining("expected all three, or no prices");
        assertThatThrownBy(() -> new LlmBudget(null, null, null, "rub", 1.0, null, 1.0))
                .hasMessage("currency \"rub\": expected three capital letters such as RUB");
    }

    @Test
    void figuresHaveBounds() {
        // When
        // Then
        assertThatThrownBy(() -> new LlmBudget(999L, null, null, null, null, null, null))
                .hasMessage("tokensPerCall 999: expected 1000 to 1000000000");
        assertThatThrownBy(() -> LlmBudget.ofTokensPerDay(-1)).hasMessageContaining("tokensPerDay -1");
        assertThatThrownBy(() -> new LlmBudget(null, null, null, "RUB", -0.1, null, 1.0))
                .hasMessage("pricePerMillionInput -0.1: expected 0 to 1000000000");
        assertThatThrownBy(() -> new LlmBudget(null, null, Double.NaN, "RUB", 1.0, null, 1.0))
                .hasMessageContaining("moneyPerDay NaN");
        assertThat(LlmBudget.none().hasPrices()).isFalse();
    }
}
