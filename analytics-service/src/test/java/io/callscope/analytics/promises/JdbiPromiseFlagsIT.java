package io.callscope.analytics.promises;

import static io.callscope.analytics.promises.PromisedCalls.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.desk.Card;
import io.callscope.analytics.desk.Cards;
import io.callscope.analytics.desk.JdbiCards;
import io.callscope.analytics.desk.Move;
import io.callscope.analytics.desk.Outcome;
import io.callscope.analytics.desk.QueueSettings;
import io.callscope.analytics.desk.Result;
import io.callscope.analytics.desk.Term;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.users.Role;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.analytics.web.DeskFixtures;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CallId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Overdue promises become flags and cards, and cease to be. */
class JdbiPromiseFlagsIT {
    private static final User ANNA = new User("anna", "Анна", Role.SUPERVISOR, TeamScope.all());
    private static final String SAID = "перезвоню вам завтра до двенадцати";
    private static final String MADE = "2026-10-12T10:00";
    private static final String AFTER = "2026-10-13T13:00";

    private static AnalyticsDatabase database;
    private static Jdbi jdbi;

    private final PromisedCalls calls = new PromisedCalls(database);
    private final Cards cards =
            new JdbiCards(database.dataSource(), QueueSettings.usual(), new Term(PromisedCalls.MOSCOW));

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

    private static PromiseFlags.Standing keep(String now) {
        Instant at = at(now);
        return DeskFixtures.promiseFlags(database, Clock.fixed(at, ZoneOffset.UTC))
                .keep();
    }

    private static List<String> flags(String call) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT f.rule FROM flags f JOIN calls c USING (call_id, version_key) WHERE f.call_id = :call
                        ORDER BY f.place
                        """).bind("call", call).mapTo(String.class).list());
    }

    private static Integer priority(String call) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT flag_priority FROM calls WHERE call_id = :call")
                .bind("call", call)
                .mapTo(Integer.class)
                .findOne()
                .orElse(null));
    }

    private Card card(String call) {
        return cards.ofCall(new CallId(call), TeamScope.all()).orElseThrow();
    }

    private List<String> reasons(String call) {
        return card(call).calls().stream()
                .filter(one -> one.id().value().equals(call))
                .flatMap(one -> one.reasons().stream())
                .map(Card.Reason::rule)
                .sorted()
                .toList();
    }

    private static boolean isLive(String call) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT k.live FROM cards k JOIN card_calls j USING (card_id) WHERE j.call_id = :call")
                .bind("call", call)
                .mapTo(Boolean.class)
                .one());
    }

    @Test
    void anOverduePromiseFlagsItsCallAndComesUpForChecking() {
        // Given
        calls.promise("a", "ivan", MADE, SAID).linked();

        // When / Then
        assertThat(keep("2026-10-13T12:30")).isEqualTo(new PromiseFlags.Standing(0, 0));
        assertThat(flags("a")).isEmpty();
        assertThat(keep("2026-10-13T12:31")).isEqualTo(new PromiseFlags.Standing(0, 1));
        assertThat(flags("a")).containsExactly("promise-overdue");
        assertThat(priority("a")).isEqualTo(2);
        assertThat(reasons("a")).containsExactly("promise-overdue");
        assertThat(card("a").priority()).isEqualTo(2);
        assertThat(card("a").dueAt()).isEqualTo(at("2026-10-14T00:00"));
        assertThat(isLive("a")).isTrue();

        // When
        int version = card("a").version();
        keep("2026-10-13T12:40");

        // Then
        assertThat(flags("a")).containsExactly("promise-overdue");
        assertThat(card("a").version())
                .as("nothing changed for whoever works on it")
                .isEqualTo(version);
    }

    @Test
    void aCallToTheCustomerTakesTheFlagBack() {
        // Given
        calls.promise("a", "ivan", MADE, SAID).linked();
        keep(AFTER);

        // When
        calls.callsBack("b", "ivan", "2026-10-13T14:00", Verdict.JUDGED).linked();
        PromiseFlags.Standing standing = keep("2026-10-13T14:30");

        // Then
        assertThat(standing.overdue()).isZero();
        assertThat(flags("a")).isEmpty();
        assertThat(priority("a")).isNull();
        assertThat(reasons("a")).isEmpty();
        assertThat(isLive("a")).isFalse();
    }

    @Test
    void aClosingTakesItBackAndReopeningBringsItAgain() {
        // Given
        calls.promise("a", "ivan", MADE, SAID).linked();
        keep(AFTER);
        JdbiPromises promises =
                new JdbiPromises(database.dataSource(), PromiseSettings.defaults(), PromisedCalls.MOSCOW);
        long number = promises.list(PromiseFilter.toCall(at("2026-10-14T00:00"), 9), TeamScope.all(), at(AFTER))
                .promises()
                .get(0)
                .number();

        // When / Then
        promises.close(number, new Closing(Closing.Outcome.KEPT, at(AFTER), "CRM", ""), ANNA, at(AFTER));
        keep(AFTER);
        assertThat(flags("a")).isEmpty();
        promises.reopen(number, ANNA, at(AFTER));
        keep(AFTER);
        assertThat(flags("a")).containsExactly("promise-overdue");
        assertThat(isLive("a")).isTrue();
    }

    @Test
    void aLaterAnalysisDoesNotLoseIt() {
        // Given
        calls.promise("a", "ivan", MADE, "Линия 1", "Заказы", "codebook-1", SAID, "churn-risk")
                .linked();
        keep(AFTER);
        assertThat(flags("a")).containsExactly("churn-risk", "promise-overdue");

        // When
        calls.promise("a", "ivan", MADE, "Линия 1", "Заказы", "codebook-2", SAID);

        // Then
        assertThat(reasons("a")).as("stays on the card").containsExactly("promise-overdue");
        keep(AFTER);
        assertThat(flags("a")).containsExactly("promise-overdue");
        assertThat(priority("a")).isEqualTo(2);

        // When: the very same analysis comes again, and with it only its own flags
        calls.promise("a", "ivan", MADE, "Линия 1", "Заказы", "codebook-2", SAID);
        keep(AFTER);

        // Then
        assertThat(flags("a")).containsExactly("promise-overdue");
        assertThat(priority("a")).isEqualTo(2);

        // When
        calls.withoutPromise("a", "ivan", MADE, "codebook-3");
        keep(AFTER);

        // Then
        assertThat(flags("a")).isEmpty();
        assertThat(reasons("a")).isEmpty();
    }

    @Test
    void aCheckedCardIsOpenedAgain() {
        // Given
        calls.promise("a", "ivan", MADE, "Линия 1", "Заказы", "codebook-1", SAID, "churn-risk")
                .linked();
        Card before = card("a");
        cards.move(
                before.id(),
                before.version(),
                Move.Check.of(new Result(Outcome.CONFIRMED, null, null, null, "")),
                ANNA,
                at("2026-10-12T12:00"));
        assertThat(card("a").state().id()).isEqualTo("checked");

        // When
        keep(AFTER);

        // Then
        assertThat(card("a").state().id()).isEqualTo("new");
        assertThat(isLive("a")).isTrue();
        assertThat(reasons("a")).containsExactly("churn-risk", "promise-overdue");
    }

    @Test
    void neitherWhatNobodyCanFollowNorWhatIsLongPastIsFlagged() {
        // Given
        calls.promise("hidden", null, MADE, SAID)
                .promise("old", "ivan", "2026-08-03T10:00", SAID)
                .linked();

        // When
        PromiseFlags.Standing standing = keep(AFTER);

        // Then
        assertThat(standing.overdue()).isZero();
        assertThat(flags("hidden")).isEmpty();
        assertThat(flags("old")).isEmpty();
    }

    @Test
    void severalInstancesRaiseAFlagOnce() throws Exception {
        // Given
        for (int i = 0; i < 40; i++) {
            calls.promise("call-" + i, "customer-" + i % 7, MADE, SAID);
        }
        calls.linked();

        // When
        ExecutorService instances = Executors.newFixedThreadPool(3);
        try {
            List<Future<PromiseFlags.Standing>> rounds = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                rounds.add(instances.submit(() -> keep(AFTER)));
            }
            for (Future<PromiseFlags.Standing> round : rounds) {
                round.get();
            }
        } finally {
            instances.shutdownNow();
        }
        keep(AFTER);

        // Then
        assertThat(count("SELECT count(*) FROM flags")).isEqualTo(40);
        assertThat(count("SELECT count(*) FROM card_reasons")).isEqualTo(40);
    }

    private static long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
