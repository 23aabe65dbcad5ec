package io.callscope.analytics.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.ask.TokenUsage;
import io.callscope.analytics.llm.budget.LedgerPurse;
import io.callscope.analytics.llm.parked.JdbiParkedCalls;
import io.callscope.analytics.llm.parked.JdbiParkedList;
import io.callscope.analytics.llm.parked.ParkedList.Filter;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;

/** What a language model took for the seeded calls of two days, and which of them wait for it. */
public final class SeededModel {
    private static final List<String> TASKS = List.of("marks-1", "marks-2", "contact", "summary");
    private static final long SECOND = 1_000_000_000;

    private final DataSource dataSource;
    private final SettableClock clock;

    public SeededModel(DataSource dataSource, SettableClock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Nothing is left of the time that passes meanwhile. */
    public void all() {
        clock.pass(Duration.ofDays(-1));
        asked(10, 14);
        park(
                "call-14",
                LlmFailure.DAY_BUDGET,
                "task marks-2: may take 5210 tokens with 4996000 taken of the day's 5000000");
        park(
                "call-10",
                LlmFailure.WRONG_SCHEMA,
                "task contact: wrong-schema after one repair, expected an answer of the task's schema");
        clock.pass(Duration.ofDays(1));
        asked(0, 10);
        park(
                "call-1",
                LlmFailure.CALL_BUDGET,
                "task marks-1: may take 9000 tokens with 14000 taken of the call's 20000");
        park(
                "call-2",
                LlmFailure.WRONG_SCHEMA,
                "task marks-1: wrong-schema after one repair, expected an answer of the task's schema");
        new JdbiParkedList(dataSource, clock).ask(new Filter(null, new CallId("call-2")), 1, TeamScope.all());
    }

    private LedgerPurse purse() {
        return LedgerPurse.of(
                dataSource,
                TestPages.BUDGET,
                ZoneId.of("Europe/Moscow"),
                Duration.ofMinutes(3),
                new SimpleMeterRegistry(),
                clock);
    }

    /** As if the call had been asked about: two answers, 2 s each. */
    public void cost(String call) {
        for (String task : List.of("contact", "summary")) {
            purse().reserve(question(call, task), "small-1")
                    .answered(new TokenUsage(4_000, 3_000, 250, false), 2 * SECOND);
        }
    }

    private void asked(int from, int to) {
        LedgerPurse purse = purse();
        for (int i = from; i < to; i++) {
            for (String task : TASKS) {
                Question question = question("call-" + i, task);
                if (i % 5 == 4) {
                    purse.fromCache(question, "small-1");
                } else {
                    purse.reserve(question, "small-1").answered(new TokenUsage(4_000, 3_000, 250, false), 2 * SECOND);
                }
            }
        }
        purse.reserve(question("call-" + from, "contact"), "small-1").lost(60 * SECOND);
    }

    private static Question question(String call, String task) {
        return new Question(
                new CallId(call),
                "0",
                task,
                "0",
                "system",
                "said",
                "what?",
                JsonNodeFactory.instance.objectNode(),
                700);
    }

    private void park(String call, LlmFailure failure, String detail) {
        new JdbiParkedCalls(dataSource, clock).park(new CallId(call), failure, detail);
    }
}
