package io.callscope.analytics.desk;

import static io.callscope.analytics.desk.Desk.ANNA;
import static io.callscope.analytics.desk.Desk.NOW;
import static io.callscope.analytics.desk.Desk.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.TeamScope;
import io.callscope.model.call.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cards out of analyses, on a real PostgreSQL. */
class JdbiCardMakerIT {
    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void oneCustomerAndOneIssueIsOneCard() {
        // When
        desk.hear(
                call("c1").of("a").about("refund").flagged("money-unfair", "churn-risk"),
                call("c2").of("a").about("payment-question"),
                call("c3").of("a").about("order-status"),
                call("c4").of("b").about("refund"));

        // Then
        assertThat(desk.queueOf(ANNA)).containsExactlyInAnyOrder(List.of("c1", "c2"), List.of("c3"), List.of("c4"));
        Card card = desk.cardOf("c1");
        assertThat(card.priority()).isEqualTo(1);
        assertThat(card.openRules()).containsExactlyInAnyOrder("churn-risk", "money-unfair");
        assertThat(card.calls().get(0).reasons().get(0).words()).isEqualTo("верните мои деньги");
        assertThat(desk.happened("c1")).containsExactly("made", "joined");
    }

    @Test
    void anAnonymousCustomerIsNeverLinked() {
        // When
        desk.hear(call("c1").of(null), call("c2").of(null));

        // Then
        assertThat(desk.queueOf(ANNA)).containsExactlyInAnyOrder(List.of("c1"), List.of("c2"));
    }

    @Test
    void aCallWithoutWorkMakesNoCard() {
        // When
        desk.hear(call("c1").flagged("thanks"), call("c2").flagged());

        // Then
        assertThat(desk.count("SELECT count(*) FROM cards")).isZero();
        assertThat(desk.cards.ofCall(new CallId("c1"), TeamScope.all())).isEmpty();
    }

    @Test
    void theSameEventTwiceChangesNothing() {
        // Given
        desk.hear(call("c1"));
        Card before = desk.cardOf("c1");

        // When
        desk.hear(call("c1"));

        // Then
        assertThat(desk.cardOf("c1")).isEqualTo(before);
        assertThat(desk.happened("c1")).containsExactly("made");
    }

    @Test
    void reasonsFollowTheCurrentVersion() {
        // Given
        desk.hear(call("c1").flagged("money-unfair"));
        Card before = desk.cardOf("c1");

        // When
        desk.hear(call("c1").flagged("churn-risk").about("cancellation").analyzed(NOW, "book-2"));

        // Then
        Card after = desk.cardOf("c1");
        assertThat(after.openRules()).containsExactly("churn-risk");
        assertThat(after.contactReason()).isEqualTo("cancellation");
        assertThat(after.version()).isGreaterThan(before.version());
    }

    @Test
    void anOlderAnalysisThatComesLateChangesNothing() {
        // Given
        desk.hear(call("c1").flagged("churn-risk").analyzed(NOW, "book-2"));
        Card before = desk.cardOf("c1");

        // When
        desk.hear(call("c1").flagged("money-unfair").analyzed(NOW.minusSeconds(60), "book-1"));

        // Then
        assertThat(desk.cardOf("c1")).isEqualTo(before);
    }

    @Test
    void theTermCountsFromWhenTheFlagWasFirstKnown() {
        // Given
        desk.hear(call("c1").flagged("churn-risk"));
        Instant due = desk.cardOf("c1").dueAt();

        // When
        desk.hear(call("c1").flagged("churn-risk").analyzed(NOW.plusSeconds(9000), "book-2"));

        // Then
        assertThat(due).isEqualTo(NOW.minusSeconds(600).plus(Duration.ofHours(1)));
        assertThat(desk.cardOf("c1").dueAt()).isEqualTo(due);
    }

    @Test
    void anUnworkedCardWithoutReasonsLeavesTheQueueAndAWorkedOneKeepsItsHistory() {
        // Given
        desk.hear(call("c1").of("a"), call("c2").of("b"));
        desk.move("c2", new Move.Take(), ANNA);

        // When
        desk.hear(
                call("c1").of("a").flagged().analyzed(NOW, "book-2"),
                call("c2").of("b").flagged().analyzed(NOW, "book-2"));

        // Then
        assertThat(desk.queueOf(ANNA)).isEmpty();
        assertThat(desk.cards
                        .list(QueueFilter.of(QueueFilter.View.MINE), ANNA, NOW)
                        .cards())
                .extracting(Card::id)
                .containsExactly(desk.cardOf("c2").id());
        assertThat(desk.happened("c2")).containsExactly("made", "take");
    }

    @Test
    void aCheckedCardIsReopenedByACallWithinTheWindow() {
        // Given
        Instant day = NOW.minus(Duration.ofDays(6));
        desk.hear(call("c1").started(day).flagged("money-unfair"));
        desk.move("c1", Move.Check.of(Result.of(Outcome.CONFIRMED)), ANNA);

        // When
        desk.hear(call("c2").started(NOW.minusSeconds(1200)).flagged("churn-risk"));

        // Then
        Card card = desk.cardOf("c2");
        assertThat(card.id()).isEqualTo(desk.cardOf("c1").id());
        assertThat(card.state())
                .isInstanceOfSatisfying(
                        CardState.New.class,
                        state -> assertThat(state.reopenedBy()).isEqualTo(new CallId("c2")));
        assertThat(card.openRules()).containsExactly("churn-risk");
        assertThat(card.isOverdue(NOW)).isFalse();
        assertThat(desk.happened("c1")).containsExactly("made", "check", "reopened");
    }

    @Test
    void afterTheWindowACardIsNew() {
        // Given
        desk.hear(call("c1").started(NOW.minus(Duration.ofDays(8))));
        desk.move("c1", Move.Check.of(Result.of(Outcome.CONFIRMED)), ANNA);

        // When
        desk.hear(call("c2").started(NOW.minusSeconds(1200)));

        // Then
        assertThat(desk.cardOf("c2").id()).isNotEqualTo(desk.cardOf("c1").id());
    }

    @Test
    void anOpenCardTakesCallsThatComeLateAndOutOfOrder() {
        // Given
        desk.hear(call("c2").started(NOW.minusSeconds(1200)));

        // When
        desk.hear(call("c1").started(NOW.minus(Duration.ofDays(3))).analyzed(NOW, "book-1"));

        // Then
        assertThat(desk.queueOf(ANNA)).containsExactly(List.of("c1", "c2"));
        assertThat(desk.cardOf("c1").calls().get(0).id()).isEqualTo(new CallId("c2"));
    }

    @Test
    void theSameReasonGoesBeforeARelatedOne() {
        // Given
        desk.hear(
                call("c1").about("complaint").started(NOW.minus(Duration.ofDays(2))),
                call("c2").about("order-status").started(NOW.minus(Duration.ofDays(2))));
        desk.hear(call("c3").about("documents").of("b"));

        // When
        desk.hear(call("c4").about("order-status"));

        // Then
        assertThat(desk.cardOf("c2").id()).isEqualTo(desk.cardOf("c1").id());
        assertThat(desk.queueOf(ANNA)).containsExactlyInAnyOrder(List.of("c1", "c2", "c4"), List.of("c3"));
    }

    @Test
    void whatARuleHasPastItsDailyCapIsCountedAndNotShown() {
        // Given
        for (int i = 0; i < 35; i++) {
            desk.hear(call("c" + i).of(null).by("a-" + i, "Линия 1").flagged("sales-pressure"));
        }

        // When
        QueueList list = desk.cards.list(QueueFilter.of(QueueFilter.View.QUEUE), ANNA, NOW);

        // Then
        assertThat(list.cappedCalls()).isEqualTo(5);
        assertThat(list.portion().calls() + list.belowCalls()).isEqualTo(30);
    }

    @Test
    void analysesOfOneCustomerAtOnceMakeOneCard() throws Exception {
        // Given
        ExecutorService workers = Executors.newFixedThreadPool(6);
        List<Future<?>> done = new ArrayList<>();

        // When
        for (int i = 0; i < 60; i++) {
            String id = "c" + i % 20;
            done.add(workers.submit(() -> desk.hear(call(id).of("a"))));
        }
        for (Future<?> future : done) {
            future.get();
        }
        workers.shutdown();

        // Then
        assertThat(desk.count("SELECT count(*) FROM cards")).isEqualTo(1);
        assertThat(desk.cardOf("c0").calls()).hasSize(20);
        assertThat(desk.count("SELECT count(*) FROM card_events")).isEqualTo(20);
    }
}
