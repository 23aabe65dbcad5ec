package io.callscope.analytics.web.model;

import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.budget.Costs;
import io.callscope.analytics.llm.parked.ParkedList;
import java.util.Objects;

/**
 * What pages know of the language model.
 *
 * @param parked calls that wait for it
 * @param costs what it took
 * @param budget what it may take; {@link LlmBudget#none()} also when no model is configured
 */
public record ModelSources(ParkedList parked, Costs costs, LlmBudget budget) {
    public ModelSources {
        Objects.requireNonNull(parked, "parked");
        Objects.requireNonNull(costs, "costs");
        Objects.requireNonNull(budget, "budget");
    }
}
