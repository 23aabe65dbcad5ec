package io.callscope.analytics.desk;

import static io.callscope.analytics.desk.Desk.ANNA;
import static io.callscope.analytics.desk.Desk.BORIS;
import static io.callscope.analytics.desk.Desk.LEAD;
import static io.callscope.analytics.desk.Desk.NOW;
import static io.callscope.analytics.desk.Desk.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people do to cards, on a real PostgreSQL. */
class JdbiCardsIT {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private static QueueFilter view(QueueFilter.View view) {
        return QueueFilter.of(view);
    }

    private List<Card> seen(QueueFilter.View view, User who, Instant at) {
        return desk.cards.list(view(view), who, at).cards();
    }

    @Test
    void theQueueIsOrderedByPriorityTermSeverityAndRecognition() {
        // Given
        desk.hear(
                call("week").of(null).by("a-0", "Линия 1").flagged("sales-pressure"),
                call("mild").of(null).by("a-1", "Линия 1").severity(1).flagged("money-unfair"),
                call("grave").of(null).by("a-2", "Линия 1").severity(3).flagged("money-unfair"),
                call("old").of(null).by("a-3", "Линия 1").flagged("churn-risk").started(NOW.minusSeconds(3000)),
                call("fresh")
                        .of(null)
                        .by("a-4", "Линия 1")
                        .flagged("churn-risk")
                        .started(NOW.minusSeconds(2000)));

        // Then
        assertThat(desk.queueOf(ANNA).stream().map(ids -> ids.get(0)))
                .startsWith("old", "fresh", "grave")
                .endsWith("mild");
    }

    @Test
    void whatSomebodyWorksOnLeavesTheQueueOfOthers() {
        // Given
        desk.hear(call("c1"));

        // When
        Card taken = desk.move("c1", new Move.Take(), ANNA);

        // Then
        assertThat(taken.state()).isInstanceOf(CardState.InWork.class);
        assertThat(desk.queueOf(ANNA)).hasSize(1);
        assertThat(desk.queueOf(BORIS)).isEmpty();
        assertThat(seen(QueueFilter.View.IN_WORK, BORIS, NOW)).hasSize(1);
    }

    @Test
    void whoComesLateLearnsWhoHasIt() {
        // Given
        desk.hear(call("c1"));
        Card seen = desk.cardOf("c1");
        desk.move("c1", new Move.Take(), ANNA);

        // Then
        assertThatThrownBy(() -> desk.cards.move(seen.id(), seen.version(), new Move.Take(), BORIS, NOW))
                .isInstanceOfSatisfying(
                        CardChangedException.class,
                        late -> assertThat(late.card().state())
                                .isInstanceOfSatisfying(
                                        CardState.InWork.class,
                                        state -> assertThat(state.who().login()).isEqualTo("anna")));
        assertThatThrownBy(() -> desk.move("c1", Move.Check.of(Result.of(Outcome.CONFIRMED)), BORIS))
                .isInstanceOf(CardChangedException.class);
    }

    @Test
    void aNewCallOnTheCardMustBeSeenBeforeDeciding() {
        // Given
        desk.hear(call("c1"));
        Card seen = desk.cardOf("c1");

        // When
        desk.hear(call("c2"));

        // Then
        assertThatThrownBy(() -> desk.cards.move(
                        seen.id(), seen.version(), Move.Check.of(Result.of(Outcome.CONFIRMED)), ANNA, NOW))
                .isInstanceOf(CardChangedException.class);
    }

    @Test
    void whatIsPutOffComesBackByItself() {
        // Given
        desk.hear(call("c1"));
        Instant until = NOW.plus(Duration.ofHours(2));

        // When
        desk.move("c1", new Move.PutOff(until, "клиент просил после шести"), ANNA);

        // Then
        assertThat(desk.queueOf(ANNA)).isEmpty();
        assertThat(seen(QueueFilter.View.PUT_OFF, BORIS, NOW)).hasSize(1);
        assertThat(desk.cards.list(view(QueueFilter.View.QUEUE), BORIS, until).above())
                .hasSize(1);
        assertThat(desk.happened("c1")).containsExactly("made", "put-off", "come-back");
    }

    @Test
    void whatIsHandedOverIsTheReceivers() {
        // Given
        desk.hear(call("c1"), call("c2").of("b"));

        // When
        desk.move("c1", new Move.HandOver(new Receiver.Colleague("boris"), "взгляни"), ANNA);
        desk.move("c2", new Move.HandOver(new Receiver.Department("logistics"), "разберитесь"), ANNA);

        // Then
        assertThat(desk.queueOf(BORIS)).containsExactly(List.of("c1"));
        assertThat(desk.queueOf(ANNA)).isEmpty();
        assertThat(seen(QueueFilter.View.MINE, BORIS, NOW)).hasSize(1);
        assertThat(seen(QueueFilter.View.HANDED_OVER, LEAD, NOW)).hasSize(2);
        assertThat(desk.move("c1", new Move.Take(), BORIS).state()).isInstanceOf(CardState.InWork.class);
    }

    @Test
    void aCheckGivesEveryReasonItsVerdict() {
        // Given
        desk.hear(call("c1").flagged("money-unfair", "churn-risk"), call("c2").flagged("money-unfair"));

        // When
        Card checked = desk.move(
                "c1",
                new Move.Check(Result.of(Outcome.CONFIRMED), Map.of("churn-risk", Result.falseMark(FalseReason.QUOTE))),
                ANNA);

        // Then
        assertThat(checked.state()).isInstanceOf(CardState.Checked.class);
        assertThat(desk.count("SELECT count(*) FROM verdicts WHERE outcome = 'confirmed' AND rule = 'money-unfair'"))
                .isEqualTo(2);
        assertThat(desk.falseMarks.of(new CallId("c1")))
                .singleElement()
                .satisfies(mark -> assertThat(mark.subject().id()).isEqualTo("churn-risk"));
        assertThat(desk.queueOf(ANNA)).isEmpty();
        assertThat(seen(QueueFilter.View.CHECKED_TODAY, BORIS, NOW)).hasSize(1);
        assertThat(desk.count("SELECT count(*) FROM flags")).isEqualTo(3);
    }

    @Test
    void whatWasCheckedTodayIsTakenOffTheDay() {
        // Given
        for (int i = 0; i < 5; i++) {
            desk.hear(call("c" + i).of(null).by("a-" + i, "Линия 1"));
        }
        Duration whole = desk.cards
                .list(view(QueueFilter.View.QUEUE), ANNA, NOW)
                .portion()
                .left();

        // When
        Card checked = desk.move("c0", Move.Check.of(Result.of(Outcome.CONFIRMED)), ANNA);

        // Then
        QueueList anna = desk.cards.list(view(QueueFilter.View.QUEUE), ANNA, NOW);
        assertThat(whole).isEqualTo(Duration.ofMinutes(120));
        assertThat(anna.portion().left()).isEqualTo(whole.minusMillis(checked.workMs()));
        assertThat(desk.cards
                        .list(view(QueueFilter.View.QUEUE), BORIS, NOW)
                        .portion()
                        .left())
                .isEqualTo(whole);
    }

    @Test
    void aDecisionCanBeMadeAgainAndTheLatestCounts() {
        // Given
        desk.hear(call("c1"));
        desk.move("c1", Move.Check.of(Result.falseMark(FalseReason.WORDS)), ANNA);

        // When
        desk.move("c1", new Move.Take(), BORIS);
        desk.move("c1", Move.Check.of(Result.of(Outcome.CONFIRMED)), BORIS);

        // Then
        assertThat(desk.falseMarks.of(new CallId("c1"))).isEmpty();
        assertThat(desk.cardOf("c1").calls().get(0).reasons().get(0).verdict()).isEqualTo(Outcome.CONFIRMED);
        assertThat(desk.count("SELECT count(*) FROM verdicts")).isEqualTo(2);
    }

    @Test
    void aCardOfAnotherTeamIsNotThere() {
        // Given
        desk.hear(
                call("c1").by("a-1", "Линия 1"),
                call("c2").by("a-2", "Линия 2"),
                call("c3").of("b").by("a-3", null));
        User first = Desk.user("first", TeamScope.of(Set.of("Линия 1")));
        User third = Desk.user("third", TeamScope.of(Set.of("Линия 3")));
        Card card = desk.cardOf("c1");

        // Then
        assertThat(desk.queueOf(first)).containsExactly(List.of("c1"));
        assertThat(desk.queueOf(third)).isEmpty();
        assertThat(desk.cards.card(card.id(), third.scope())).isEmpty();
        assertThat(desk.cards.move(card.id(), card.version(), new Move.Take(), third, NOW))
                .isEmpty();
        assertThat(desk.cards.list(view(QueueFilter.View.QUEUE), third, NOW).belowCalls())
                .isZero();
    }

    @Test
    void filtersNarrow() {
        // Given
        desk.hear(
                call("c1").of(null).flagged("churn-risk", "money-unfair"),
                call("c2").of(null).by("a-2", "Линия 2").flagged("money-unfair"));

        // Then
        assertThat(found(new QueueFilter(QueueFilter.View.QUEUE, "money-unfair", null, null, null, 1)))
                .isEqualTo(2);
        assertThat(found(new QueueFilter(QueueFilter.View.QUEUE, "churn-risk", null, null, null, 1)))
                .isEqualTo(1);
        assertThat(found(new QueueFilter(QueueFilter.View.QUEUE, null, 2, null, null, 1)))
                .isEqualTo(1);
        assertThat(found(new QueueFilter(QueueFilter.View.QUEUE, null, null, "Линия 2", null, 1)))
                .isEqualTo(1);
        assertThat(found(new QueueFilter(QueueFilter.View.QUEUE, null, null, null, "a-2", 1)))
                .isEqualTo(1);
    }

    private long found(QueueFilter filter) {
        return desk.cards.list(filter, ANNA, NOW).total();
    }

    @Test
    void theHistoryIsOnlyAppended() {
        // Given
        desk.hear(call("c1"));

        // Then
        assertThatThrownBy(() -> desk.jdbi.useHandle(handle -> handle.execute("UPDATE card_events SET what = 'x'")))
                .hasMessageContaining("only appended");
    }

    @Test
    void aThousandAttemptsOfTwoPeopleTakeEachCardOnce() throws Exception {
        // Given
        for (int i = 0; i < 100; i++) {
            desk.hear(call("c" + i).of(null));
        }
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            cards.add(desk.cardOf("c" + i));
        }
        ExecutorService people = Executors.newFixedThreadPool(6);
        List<Future<Boolean>> attempts = new ArrayList<>();

        // When
        for (int i = 0; i < 1_000; i++) {
            Card card = cards.get(i % 100);
            User who = i / 100 % 2 == 0 ? ANNA : BORIS;
            attempts.add(people.submit(() -> took(card, who)));
        }
        int taken = 0;
        for (Future<Boolean> attempt : attempts) {
            taken += attempt.get() ? 1 : 0;
        }
        people.shutdown();

        // Then
        assertThat(taken).isEqualTo(100);
        assertThat(desk.count("SELECT count(*) FROM cards WHERE state = 'in-work'"))
                .isEqualTo(100);
        assertThat(desk.count("SELECT count(DISTINCT card_id) FROM card_events WHERE what = 'take'"))
                .isEqualTo(100);
        assertThat(desk.count("SELECT count(*) FROM card_events WHERE what = 'take'"))
                .isEqualTo(100);
        assertThat(desk.count("""
                SELECT count(*) FROM cards k JOIN card_events e USING (card_id)
                WHERE e.what = 'take' AND e.by_login <> k.by_login
                """)).isZero();
    }

    private boolean took(Card card, User who) {
        try {
            desk.cards.move(card.id(), card.version(), new Move.Take(), who, NOW);
            return true;
        } catch (CardChangedException late) {
            return false;
        }
    }
}
