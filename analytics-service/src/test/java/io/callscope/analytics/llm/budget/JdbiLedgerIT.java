package io.callscope.analytics.llm.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.llm.LlmBudget;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.ask.Question;
import io.callscope.analytics.llm.ask.TokenUsage;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.web.SettableClock;
import io.callscope.model.call.CallId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbiLedgerIT {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** Of {@link #question}, as {@link LedgerPurse#mostOf} has it. */
    private static final int MOST = LedgerPurse.mostOf(question("call-1")).input() + 1_000;

    private final AnalyticsDatabase database = TestDatabase.empty();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-10-12T12:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void twoInstancesWithManyWorkersNeverSetAsideMoreThanTheDayAllows() throws Exception {
        // Given room for five requests and a half
        LlmBudget budget = LlmBudget.ofTokensPerDay(MOST * 11L / 2);
        List<LedgerPurse> instances = List.of(purse(budget), purse(budget));
        int workers = 16;
        CyclicBarrier together = new CyclicBarrier(workers);
        AtomicInteger paid = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();

        // When
        for (int i = 0; i < workers; i++) {
            LedgerPurse purse = instances.get(i % 2);
            Question question = question("call-" + i);
            Thread thread = new Thread(() -> {
                try {
                    together.await();
                    purse.reserve(question, "m");
                    paid.incrementAndGet();
                } catch (LlmFailedException e) {
                    assertThat(e.failure()).isEqualTo(LlmFailure.DAY_BUDGET);
                    refused.incrementAndGet();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        // Then
        assertThat(paid).hasValue(5);
        assertThat(refused).hasValue(workers - 5);
        assertThat(day("reserved_tokens")).isEqualByComparingTo(BigDecimal.valueOf(5L * MOST));
    }

    @Test
    void whatARequestDidNotTakeIsThereForTheNext() {
        // Given room for one request and a bit
        LedgerPurse purse = purse(LlmBudget.ofTokensPerDay(MOST + 200L));

        // When
        Charge charge = purse.reserve(question("call-1"), "m");
        LlmFailedException meanwhile = refusal(purse, "call-2");
        charge.answered(new TokenUsage(90, 60, 10, false), 5_000_000);
        purse.reserve(question("call-2"), "m").free();
        Charge third = purse.reserve(question("call-3"), "m");

        // Then
        assertThat(meanwhile.failure()).isEqualTo(LlmFailure.DAY_BUDGET);
        assertThat(meanwhile)
                .hasMessage("task contact: may take %d tokens with %d taken of the day's %d", MOST, MOST, MOST + 200);
        assertThat(day("spent_tokens")).isEqualByComparingTo("100");
        third.free();
        assertThat(day("reserved_tokens")).isEqualByComparingTo("0");
        assertThat(one("SELECT calls || ' ' || requests || ' ' || input_tokens || ' ' || cached_tokens || ' ' || millis"
                        + " FROM llm_spending"))
                .isEqualTo("1 1 90 60 5");
    }

    @Test
    void theSameQuestionTwiceIsOneCallAndTwoRequests() {
        // Given
        LedgerPurse purse = purse(LlmBudget.none());

        // When it is answered, repaired, and answered out of the cache
        purse.reserve(question("call-1"), "m").answered(new TokenUsage(90, 0, 10, false), 0);
        purse.reserve(question("call-1"), "m").failed(new TokenUsage(95, 0, 5, false), 0);
        purse.fromCache(question("call-1"), "m");
        purse.fromCache(question("call-2"), "m");

        // Then
        assertThat(one("SELECT calls || ' ' || requests || ' ' || from_cache || ' ' || failed || ' ' || input_tokens"
                        + " FROM llm_spending"))
                .isEqualTo("2 2 2 1 185");
        assertThat(one("SELECT requests || ' ' || from_cache FROM llm_call_spending WHERE call_id = 'call-1'"))
                .isEqualTo("2 1");
        assertThat(meters.get("callscope.analytics.llm.cached").counter().count())
                .isEqualTo(2);
    }

    @Test
    void whatACrashLeftCountsAtOnceAndIsBookedInFullWhenItIsOverForCertain() {
        // Given
        LedgerPurse purse = purse(LlmBudget.ofTokensPerDay(MOST + 200L));
        purse.reserve(question("call-1"), "m");

        // When
        int early = purse.settleExpired();
        LlmFailedException refused = refusal(purse, "call-2");
        clock.pass(LONGEST.plusMillis(1));
        int late = purse.settleExpired();

        // Then
        assertThat(early).isZero();
        assertThat(refused.failure()).isEqualTo(LlmFailure.DAY_BUDGET);
        assertThat(late).isEqualTo(1);
        assertThat(purse.settleExpired()).isZero();
        assertThat(day("spent_tokens")).isEqualByComparingTo(BigDecimal.valueOf(MOST));
        assertThat(day("reserved_tokens")).isEqualByComparingTo("0");
        assertThat(one("SELECT failed || ' ' || estimated FROM llm_spending")).isEqualTo("1 1");
    }

    @Test
    void aRequestIsChargedToTheDayOnWhichItBeganAndTheNextDayHasRoomAgain() {
        // Given a minute before midnight in Moscow
        clock.pass(Duration.ofHours(8).plusMinutes(59));
        LedgerPurse purse = purse(LlmBudget.ofTokensPerDay(MOST + 200L));
        Charge charge = purse.reserve(question("call-1"), "m");
        LlmFailedException today = refusal(purse, "call-2");

        // When
        clock.pass(Duration.ofSeconds(90));
        purse.reserve(question("call-2"), "m");
        charge.answered(new TokenUsage(90, 0, 10, false), 0);

        // Then
        assertThat(today.failure()).isEqualTo(LlmFailure.DAY_BUDGET);
        assertThat(one("SELECT spent_tokens FROM llm_days WHERE day = '2026-10-12'"))
                .isEqualTo("100");
        assertThat(one("SELECT reserved_tokens FROM llm_days WHERE day = '2026-10-13'"))
                .isEqualTo(Integer.toString(MOST));
    }

    @Test
    void aCallHasItsOwnCapAndOthersHaveTheirs() {
        // Given
        LedgerPurse purse = purse(new LlmBudget(MOST + 99L, null, null, null, null, null, null));
        purse.reserve(question("call-1"), "m").answered(new TokenUsage(90, 0, 10, false), 0);

        // When
        LlmFailedException refused = refusal(purse, "call-1");
        purse.reserve(question("call-2"), "m");

        // Then
        assertThat(refused.failure()).isEqualTo(LlmFailure.CALL_BUDGET);
        assertThat(refused)
                .hasMessage("task contact: may take %d tokens with 100 taken of the call's %d", MOST, MOST + 99);
        assertThat(day("reserved_tokens")).isEqualByComparingTo(BigDecimal.valueOf(MOST));
    }

    @Test
    void moneyIsCountedExactly() {
        // Given 1000 of answers at 0.3 a million and some of the prompt for nothing: 0.0003 each at the most
        LlmBudget budget = new LlmBudget(null, null, 0.00065, "USD", 0.0, null, 0.3);
        LedgerPurse purse = purse(budget);

        // When
        purse.reserve(question("call-1"), "m").answered(new TokenUsage(500, 0, 1_000, false), 0);
        purse.reserve(question("call-2"), "m").lost(0);
        LlmFailedException refused = refusal(purse, "call-3");

        // Then
        assertThat(day("spent_money")).isEqualByComparingTo("0.0006");
        assertThat(refused.failure()).isEqualTo(LlmFailure.DAY_BUDGET);
        assertThat(refused).hasMessage("task contact: may take 0.0003 of money with 0.0006 taken of the day's 0.00065");
        assertThat(meters.get("callscope.analytics.llm.cost")
                        .tag("currency", "USD")
                        .counter()
                        .count())
                .isEqualTo(0.0006);
    }

    private LedgerPurse purse(LlmBudget budget) {
        return LedgerPurse.of(database.dataSource(), budget, MOSCOW, LONGEST, meters, clock);
    }

    private static LlmFailedException refusal(LedgerPurse purse, String call) {
        return catchThrowableOfType(LlmFailedException.class, () -> purse.reserve(question(call), "m"));
    }

    private BigDecimal day(String column) {
        return new BigDecimal(one("SELECT " + column + " FROM llm_days"));
    }

    private String one(String sql) {
        return Jdbi.create(database.dataSource())
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    private static Question question(String call) {
        return new Question(
                new CallId(call),
                "0",
                "contact",
                "0",
                "system",
                "клиент: где мой заказ",
                "почему?",
                JsonNodeFactory.instance.objectNode().put("type", "object"),
                1_000);
    }
}
