package io.callscope.analytics.web.model;

import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.budget.Costs.Day;
import io.callscope.analytics.llm.budget.Costs.Line;
import io.callscope.analytics.llm.budget.Costs.Report;
import io.callscope.analytics.llm.budget.Costs.Sums;
import io.callscope.analytics.web.page.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What the language model took.
 *
 * @param today the site's day
 * @param budget what may be taken
 */
public record CostsView(View view, Report report, LocalDate today, LlmBudget budget) {
    /** Of this very day against the caps; empty when there is none. */
    public String used() {
        return new BudgetWords(view, budget).of(report.day(today));
    }

    public List<Line> of(Day day) {
        return report.lines().stream()
                .filter(line -> line.day().equals(day.day()))
                .toList();
    }

    public String money(BigDecimal sum, String currency) {
        return BudgetWords.money(view, sum, currency);
    }

    /** How long one request took on the average, seconds; "–" when none was sent. */
    public String meanSeconds(Sums sums) {
        return sums.requests() == 0 ? "–" : view.format().decimal(sums.millis() / 1000.0 / sums.requests());
    }

    /** How many of all questions cost nothing; "–" when none was asked. */
    public String cachedShare(Sums sums) {
        long questions = sums.requests() + sums.fromCache();
        return questions == 0 ? "–" : view.format().percent((double) sums.fromCache() / questions);
    }
}
