package io.callscope.analytics.promises;

import static io.callscope.analytics.promises.PromisedCalls.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.model.analysis.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of promises, on the real PostgreSQL. Said on Monday, 12 October 2026, for the next noon. */
class JdbiPromisesIT {
    private static final User ANNA = new User("anna", "Анна", Role.SUPERVISOR, TeamScope.all());
    private static final String SAID = "перезвоню вам завтра до двенадцати";
    private static final String MADE = "2026-10-12T10:00";

    private static AnalyticsDatabase database;
    private static Jdbi jdbi;

    private final PromisedCalls calls = new PromisedCalls(database);
    private final JdbiPromises promises =
            new JdbiPromises(database.dataSource(), PromiseSettings.defaults(), PromisedCalls.MOSCOW);

    @BeforeAll
    static void start() {
        database = TestDatabase.empty();
        jdbi = Jdbi.create(database.dataSource());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void clear() {
        jdbi.useHandle(handle -> handle.execute("TRUNCATE calls, repeat_queue, repeat_rules, cards CASCADE"));
    }

    private List<FollowedPromise> all(String now) {
        return PromiseState.ids().stream()
                .flatMap(state -> promises
                        .list(
                                new PromiseFilter(
                                        PromiseState.ofId(state).orElseThrow(), null, null, null, null, 0, 100),
                                TeamScope.all(),
                                at(now))
                        .promises()
                        .stream())
                .toList();
    }

    private FollowedPromise only(String now) {
        List<FollowedPromise> all = all(now);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private PromiseState state(String now) {
        return only(now).state();
    }

    private static long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Test
    void aPromiseIsOpenUntilItsTermAndItsGraceHavePassed() {
        // Given
        calls.promise("a", "ivan", MADE, SAID).linked();

        // Then
        assertThat(state("2026-10-13T11:59")).isEqualTo(PromiseState.OPEN);
        assertThat(state("2026-10-13T12:30")).isEqualTo(PromiseState.OPEN);
        assertThat(state("2026-10-13T12:31")).isEqualTo(PromiseState.OVERDUE);
        FollowedPromise promise = only("2026-10-13T12:31");
        assertThat(promise.kind()).isEqualTo(PromiseKind.CALL_BACK);
        assertThat(promise.saidDue()).isEqualTo("time");
        assertThat(promise.dueAt()).isEqualTo(at("2026-10-13T12:00"));
        assertThat(promise.callId().value()).isEqualTo("a");
        assertThat(promise.atMs()).isPositive();
    }

    @Test
    void withoutAWordOfATermTheUsualOneCounts() {
        // Given: said on Friday, so the working day after is Monday
        calls.promise("a", "ivan", "2026-10-09T10:00", "обещаю перезвонить").linked();

        // When
        FollowedPromise promise = only("2026-10-09T12:00");

        // Then
        assertThat(promise.dueAt()).isNull();
        assertThat(promise.saidDue()).isNull();
        assertThat(promise.termAt()).isEqualTo(at("2026-10-12T21:00"));
    }

    @Test
    void aCallToTheCustomerInTimeKeepsItAndOneAfterThatIsLate() {
        // Given
        calls.promise("a", "ivan", MADE, SAID)
                .callsBack("b", "ivan", "2026-10-13T12:30", Verdict.JUDGED)
                .linked();
        FollowedPromise kept = only("2026-10-13T13:00");

        // Then
        assertThat(kept.state()).isEqualTo(PromiseState.KEPT);
        assertThat(kept.decidedBy()).hasToString("b");
        assertThat(kept.decidedAt()).isEqualTo(at("2026-10-13T12:30"));

        // When
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE calls SET started_at = started_at + interval '1 minute'" + " WHERE call_id = 'b'"));

        // Then
        assertThat(state("2026-10-13T13:00")).isEqualTo(PromiseState.LATE);
    }

    @Test
    void neitherAnAnsweringMachineNorAnotherCustomerNorACallBeforeKeepsIt() {
        // Given
        calls.promise("a", "ivan", MADE, SAID)
                .callsBack("machine", "ivan", "2026-10-12T15:00", Verdict.NO_LIVE_CUSTOMER)
                .callsBack("other", "olga", "2026-10-12T15:00", Verdict.JUDGED)
                .callsBack("before", "ivan", "2026-10-12T09:00", Verdict.JUDGED)
                .linked();

        // Then
        assertThat(state("2026-10-13T13:00")).isEqualTo(PromiseState.OVERDUE);
    }

    @Test
    void theCustomerWhoComesBackFirstAfterTheTermHadItBroken() {
        // Given
        calls.promise("a", "ivan", MADE, SAID)
                .callsAgain("early", "ivan", "2026-10-12T18:00", null)
                .linked();
        assertThat(state("2026-10-13T13:00")).as("a call before the term").isEqualTo(PromiseState.OVERDUE);

        // When
        calls.callsAgain("late", "ivan", "2026-10-13T16:00", null)
                .callsBack("after", "ivan", "2026-10-13T17:00", Verdict.JUDGED)
                .linked();

        // Then
        FollowedPromise broken = only("2026-10-13T18:00");
        assertThat(broken.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(broken.decidedBy()).hasToString("late");
    }

    @Test
    void theCustomersWordWinsOverACall() {
        // Given
        calls.promise("a", "ivan", MADE, SAID)
                .callsBack("b", "ivan", "2026-10-13T11:00", Verdict.JUDGED)
                .callsAgain("c", "ivan", "2026-10-13T11:30", "promise-not-kept")
                .linked();

        // Then
        FollowedPromise broken = only("2026-10-13T11:40");
        assertThat(broken.state()).isEqualTo(PromiseState.BROKEN);
        assertThat(broken.decidedBy()).hasToString("c");
    }

    @Test
    void aHiddenNumberCannotBeFollowed() {
        // Given
        calls.promise("a", null, MADE, SAID).linked();

        // Then
        assertThat(state("2026-10-13T13:00")).isEqualTo(PromiseState.UNKNOWN);
        assertThat(promises.list(
                                PromiseFilter.toCall(at("2026-10-14T00:00"), 10),
                                TeamScope.all(),
                                at("2026-10-13T13:00"))
                        .promises())
                .isEmpty();
    }

    @Test
    void whatSomebodySaysWinsUntilItIsTakenBack() {
        // Given
        calls.promise("a", "ivan", MADE, SAID).linked();
        long number = only("2026-10-13T13:00").number();
        Instant now = at("2026-10-13T14:00");
        Closing kept = new Closing(Closing.Outcome.KEPT, at("2026-10-13T11:00"), "CRM", "письмом\u0000");

        // When / Then
        assertThat(promises.close(number, kept, ANNA, now)).contains(true);
        assertThat(promises.close(number, kept, ANNA, now)).as("the same again").contains(false);
        assertThat(state("2026-10-13T14:00")).isEqualTo(PromiseState.KEPT);
        assertThat(only("2026-10-13T14:00").closing().note()).isEqualTo("письмом\uFFFD");
        assertThat(count("SELECT count(*) FROM promise_closings")).isEqualTo(1);

        // When
        Closing cancelled = new Closing(Closing.Outcome.CANCELLED, now, "anna", "");
        assertThat(promises.close(number, cancelled, ANNA, now)).contains(true);

        // Then
        assertThat(state("2026-10-13T14:00")).isEqualTo(PromiseState.CANCELLED);
        assertThat(count("SELECT count(*) FROM promise_closings WHERE undone_at IS NULL"))
                .isEqualTo(1);

        // When
        assertThat(promises.reopen(number, ANNA, now)).contains(true);
        assertThat(promises.reopen(number, ANNA, now)).contains(false);

        // Then
        assertThat(state("2026-10-13T14:00")).isEqualTo(PromiseState.OVERDUE);
        assertThat(promises.close(number + 1, kept, ANNA, now)).isEqualTo(Optional.empty());
        User stranger = new User("petr", "Пётр", Role.SUPERVISOR, TeamScope.of(Set.of("Линия 9")));
        assertThat(promises.close(number, kept, stranger, now)).isEqualTo(Optional.empty());
    }

    @Test
    void aLaterAnalysisKeepsNumberAndClosing() {
        // Given
        calls.promise("a", "ivan", MADE, SAID).linked();
        long number = only("2026-10-13T13:00").number();
        promises.close(
                number,
                new Closing(Closing.Outcome.BROKEN, at("2026-10-13T12:30"), "anna", ""),
                ANNA,
                at("2026-10-13T13:00"));

        // When: heard again with another codebook, then not heard, then heard in another transcript
        calls.promise("a", "ivan", MADE, "Линия 1", "Заказы", "codebook-2", SAID);
        assertThat(only("2026-10-13T13:00").number()).isEqualTo(number);
        calls.withoutPromise("a", "ivan", MADE, "codebook-3");
        assertThat(all("2026-10-13T13:00")).isEmpty();
        calls.promise("a", "ivan", MADE, "Линия 1", "Заказы", "codebook-4", "перезвоню вам завтра до двенадцати дня");

        // Then
        FollowedPromise again = only("2026-10-13T13:00");
        assertThat(again.number()).isEqualTo(number);
        assertThat(again.state()).isEqualTo(PromiseState.BROKEN);
    }

    @Test
    void theListIsOfWhomToCallOverdueFirst() {
        // Given
        calls.promise("today", "ivan", "2026-10-13T09:30", "перезвоню сегодня до конца дня")
                .promise("overdue", "olga", MADE, SAID)
                .promise("also", "olga", MADE, "деньги вернем сегодня")
                .promise("tomorrow", "petr", "2026-10-13T09:30", "перезвоню завтра")
                .promise("old", "anna", "2026-08-12T10:00", SAID)
                .linked();

        // When
        PromiseList list =
                promises.list(PromiseFilter.toCall(at("2026-10-14T00:00"), 2), TeamScope.all(), at("2026-10-13T15:00"));

        // Then
        assertThat(list.promises()).extracting(one -> one.callId().value()).containsExactly("also", "overdue");
        assertThat(list.total()).isEqualTo(3);
        assertThat(list.customers()).isEqualTo(2);
        assertThat(list.overdue()).isEqualTo(2);
        assertThat(promises.list(
                                new PromiseFilter(null, PromiseKind.REFUND, "Линия 1", "Заказы", null, 0, 9),
                                TeamScope.all(),
                                at("2026-10-13T15:00"))
                        .promises())
                .extracting(one -> one.callId().value())
                .containsExactly("also");
        assertThat(promises.list(
                                PromiseFilter.toCall(at("2026-10-14T00:00"), 9),
                                TeamScope.of(Set.of("Линия 2")),
                                at("2026-10-13T15:00"))
                        .total())
                .isZero();
    }

    @Test
    void weeksCountWhatBecameOfThePromisesThatEndedInThem() {
        // Given
        calls.promise("kept", "ivan", MADE, SAID)
                .callsBack("b", "ivan", "2026-10-13T11:00", Verdict.JUDGED)
                .promise("overdue", "olga", MADE, SAID)
                .promise("unknown", null, MADE, SAID)
                .promise("before", "petr", "2026-10-06T10:00", SAID)
                .promise("future", "anna", MADE, "перезвоню в следующий вторник")
                .linked();

        // When
        List<PromiseWeek> weeks = promises.weeks(TeamScope.all(), at("2026-10-14T12:00"));

        // Then
        assertThat(weeks)
                .containsExactly(
                        new PromiseWeek(LocalDate.of(2026, 10, 12), 3, 1, 0, 0, 1, 0, 0, 1),
                        new PromiseWeek(LocalDate.of(2026, 10, 5), 1, 0, 0, 0, 1, 0, 0, 0));
    }

    @Test
    void promisesGoWithTheirCall() {
        // Given
        calls.promise("a", "ivan", MADE, SAID).linked();
        promises.close(
                only("2026-10-13T13:00").number(),
                new Closing(Closing.Outcome.KEPT, at("2026-10-13T11:00"), "anna", ""),
                ANNA,
                at("2026-10-13T13:00"));

        // When
        jdbi.useHandle(handle -> handle.execute("DELETE FROM calls WHERE call_id = 'a'"));

        // Then
        assertThat(count("SELECT (SELECT count(*) FROM promises) + (SELECT count(*) FROM promise_closings)"))
                .isZero();
    }
}
