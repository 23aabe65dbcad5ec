package io.callscope.analytics.web.call;

import io.callscope.analytics.llm.budget.Costs.Sums;
import io.callscope.analytics.llm.budget.Costs.TaskCost;
import io.callscope.analytics.web.model.BudgetWords;
import io.callscope.analytics.web.page.View;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a language model took for a call, in the words of a page.
 *
 * @param total tokens, requests, time and money of everything that was ever asked about it
 * @param tasks the same by task, shorter
 */
public record ModelCost(String total, List<String> tasks) {
    public ModelCost {
        tasks = List.copyOf(tasks);
    }

    /** Null when nothing was ever asked about the call. */
    static @Nullable ModelCost of(View view, List<TaskCost> costs) {
        if (costs.isEmpty()) {
            return null;
        }
        Sums all = costs.stream().map(TaskCost::sums).reduce(Sums.NONE, Sums::plus);
        List<String> total = new ArrayList<>();
        total.add(view.t(
                "model.cost",
                view.format().number(all.tokens()),
                view.format().number(all.requests()),
                view.format().decimal(all.millis() / 1000.0)));
        costs.stream()
                .map(TaskCost::currency)
                .filter(currency -> !currency.isEmpty())
                .distinct()
                .forEach(currency -> total.add(view.t("model.cost.money", money(view, costs, currency))));
        return new ModelCost(
                String.join(" ", total),
                costs.stream().map(cost -> task(view, cost)).toList());
    }

    private static String money(View view, List<TaskCost> costs, String currency) {
        Sums sums = costs.stream()
                .filter(cost -> cost.currency().equals(currency))
                .map(TaskCost::sums)
                .reduce(Sums.NONE, Sums::plus);
        return BudgetWords.money(view, sums.money(), currency);
    }

    private static String task(View view, TaskCost cost) {
        String words = view.t(
                "model.cost.task",
                "%s (%s)".formatted(view.modelTask(cost.task()), cost.task()),
                view.format().number(cost.sums().tokens()),
                view.format().number(cost.sums().requests()));
        return cost.currency().isEmpty()
                ? words
                : words + ", " + BudgetWords.money(view, cost.sums().money(), cost.currency());
    }
}
