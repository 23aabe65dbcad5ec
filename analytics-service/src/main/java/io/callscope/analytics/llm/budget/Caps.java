package io.callscope.analytics.llm.budget;

import io.callscope.analytics.llm.LlmBudget;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What may be taken at the most; null: no cap.
 *
 * @param tokensPerCall of one call in one day
 * @param tokensPerDay of all calls
 * @param moneyPerDay of all calls
 */
record Caps(
        @Nullable Long tokensPerCall,
        @Nullable Long tokensPerDay,
        @Nullable BigDecimal moneyPerDay) {
    static Caps of(LlmBudget budget) {
        Double money = budget.moneyPerDay();
        return new Caps(
                budget.tokensPerCall(), budget.tokensPerDay(), money == null ? null : BigDecimal.valueOf(money));
    }
}
