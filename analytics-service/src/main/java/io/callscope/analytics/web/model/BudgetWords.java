package io.callscope.analytics.web.model;

import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.budget.Costs.Day;
import io.callscope.analytics.web.page.View;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Sums and caps in the words of a page. Immutable. */
public final class BudgetWords {
    private static final MathContext SMALL = new MathContext(2, RoundingMode.HALF_UP);

    private final View view;
    private final LlmBudget budget;

    BudgetWords(View view, LlmBudget budget) {
        this.view = view;
        this.budget = budget;
    }

    /** What a day took of what it may take; what is under way counts as taken. Empty when nothing is capped. */
    String of(Day day) {
        List<String> used = new ArrayList<>();
        if (budget.tokensPerDay() != null) {
            used.add(view.t(
                    "costs.used.tokens",
                    view.format().number(day.spentTokens() + day.reservedTokens()),
                    view.format().number(budget.tokensPerDay())));
        }
        if (budget.moneyPerDay() != null && budget.currency() != null) {
            used.add(view.t(
                    "costs.used.money",
                    money(view, day.spentMoney().add(day.reservedMoney()), budget.currency()),
                    money(view, BigDecimal.valueOf(budget.moneyPerDay()), budget.currency())));
        }
        return String.join("; ", used);
    }

    /** A sum with its currency, two places, or two digits of what is less than a hundredth; "–" without prices. */
    public static String money(View view, BigDecimal sum, String currency) {
        if (currency.isEmpty()) {
            return "–";
        }
        boolean tiny = sum.signum() > 0 && sum.compareTo(new BigDecimal("0.01")) < 0;
        BigDecimal shown = tiny ? sum.round(SMALL) : sum.setScale(2, RoundingMode.HALF_UP);
        String digits = shown.toPlainString();
        return (view.tag().equals("ru") ? digits.replace('.', ',') : digits) + "\u00a0" + currency;
    }
}
