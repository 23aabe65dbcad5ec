package io.callscope.analytics.web.model;

import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.budget.Costs.Day;
import io.callscope.analytics.llm.parked.ParkedList;
import io.callscope.analytics.web.page.View;
import java.time.Duration;
import java.time.Instant;

/**
 * Calls that wait for the language model.
 *
 * @param today what was taken today
 * @param budget what may be taken
 * @param asked how many calls were just asked for; negative when none were
 */
public record ParkedView(View view, ParkedQuery query, ParkedList.Page parked, Day today, LlmBudget budget, int asked) {
    static final int SIZE = 50;

    public boolean hasNext() {
        return query.offset(SIZE) + parked.calls().size() < parked.total();
    }

    /** Place of the first call of this page in the whole list, from 1. */
    public long firstPlace() {
        return query.offset(SIZE) + 1;
    }

    /** All parked calls, whatever is asked for. */
    public long all() {
        return parked.by().stream().mapToLong(by -> by.calls()).sum();
    }

    public String age(Instant since) {
        return view.format().age(Duration.between(since, view.now()));
    }

    /** What becomes of a call by itself, in words. */
    public String next(ParkedList.Entry entry) {
        if (entry.askedAt() != null) {
            return view.t("parked.next.asked", view.format().dateTime(entry.askedAt()));
        }
        if (!entry.reason().equals(LlmFailure.DAY_BUDGET.id())) {
            return view.t("parked.next.none");
        }
        boolean today =
                view.format().date(entry.parkedAt()).equals(view.format().date(view.now()));
        return view.t(today ? "parked.next.tomorrow" : "parked.next.soon");
    }

    /** How much of today's budget is used, in words; empty when there is no cap. */
    public String used() {
        return new BudgetWords(view, budget).of(today);
    }
}
