package io.callscope.analytics.llm.parked;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.parked.ParkedList.Filter;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.SettableClock;
import io.callscope.model.call.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbiParkedListIT {
    private final AnalyticsDatabase database = TestDatabase.empty();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-10-12T20:50:00Z"));
    private final ParkedList list = new JdbiParkedList(database.dataSource(), clock);

    @AfterEach
    void close() {
        database.close();
    }

    /** A call of a known team that waits. */
    private void park(String call, LlmFailure failure, String detail) {
        new JdbiCallRepository(database.dataSource())
                .transcribed(CallFixtures.transcribed(
                        call,
                        CallFixtures.metadata(),
                        Instant.parse("2026-10-12T12:00:00Z"),
                        CallFixtures.transcript("ru", "О добрый день")));
        new JdbiParkedCalls(database.dataSource(), clock).park(new CallId(call), failure, detail);
        clock.pass(Duration.ofMillis(1));
    }

    @Test
    void theListSaysWhatWaitsAndWhySinceWhen() throws Exception {
        // Given
        park("call-1", LlmFailure.REFUSED, "task contact: no");
        clock.pass(Duration.ofMinutes(1));
        park("call-2", LlmFailure.CALL_BUDGET, "task marks-1: too much");
        park("call-3", LlmFailure.CALL_BUDGET, "task marks-1: too much");
        list.ask(new Filter(null, new CallId("call-3")), 10, TeamScope.all());

        // When
        ParkedList.Page all = list.find(Filter.everything(), 2, 0, TeamScope.all());
        ParkedList.Page some = list.find(new Filter("call-budget", null), 10, 1, TeamScope.all());
        ParkedList.Page foreign = list.find(Filter.everything(), 10, 0, TeamScope.of(Set.of("another")));

        // Then
        assertThat(all.total()).isEqualTo(3);
        assertThat(all.calls()).extracting(entry -> entry.callId().value()).containsExactly("call-1", "call-2");
        assertThat(all.by())
                .extracting(by -> by.reason() + " " + by.calls() + " " + by.asked())
                .containsExactly("call-budget 2 1", "refused 1 0");
        assertThat(some.total()).isEqualTo(2);
        assertThat(some.calls()).extracting(entry -> entry.callId().value()).containsExactly("call-3");
        assertThat(foreign.total()).isZero();
        assertThat(foreign.by()).isEmpty();
        assertThat(list.ask(Filter.everything(), 10, TeamScope.of(Set.of("another"))))
                .isEmpty();
    }
}
