package io.callscope.analytics.desk;

import static io.callscope.analytics.desk.Desk.ANNA;
import static io.callscope.analytics.desk.Desk.BORIS;
import static io.callscope.analytics.desk.Desk.LEAD;
import static io.callscope.analytics.desk.Desk.NOW;
import static io.callscope.analytics.desk.Desk.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.desk.FalseMark.Kind;
import io.callscope.analytics.desk.FalseMark.Subject;
import io.callscope.analytics.overview.JdbiOverviews;
import io.callscope.analytics.overview.Overviews;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.users.User;
import io.callscope.model.call.CallId;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** False marks on a real PostgreSQL. */
class JdbiFalseMarksIT {
    private static final CallId C1 = new CallId("c1");

    private final Desk desk = new Desk();

    @AfterEach
    void close() {
        desk.close();
    }

    private Optional<FalseMark> give(Kind kind, String id, User who) {
        return desk.falseMarks.give(new Subject(C1, kind, id), FalseReason.MEANING, "не про то", who, NOW);
    }

    @Test
    void oneFalseReasonLeavesTheOthers() {
        // Given
        desk.hear(call("c1").flagged("churn-risk", "money-unfair"));

        // When
        give(Kind.RULE, "churn-risk", ANNA);

        // Then
        Card card = desk.cardOf("c1");
        assertThat(card.state()).isInstanceOf(CardState.New.class);
        assertThat(card.priority()).isEqualTo(2);
        assertThat(card.calls().get(0).reasons().get(0).isFalse()).isTrue();
        assertThat(desk.happened("c1")).containsExactly("made", "false-mark");
        assertThat(desk.move("c1", Move.Check.of(Result.of(Outcome.CONFIRMED)), ANNA)
                        .calls()
                        .get(0)
                        .reasons()
                        .get(0)
                        .isFalse())
                .isTrue();
    }

    @Test
    void whenEveryReasonIsFalseTheCardIsClosedAndNoCountChanges() {
        // Given
        desk.hear(call("c1"));

        // When
        give(Kind.RULE, "money-unfair", ANNA);

        // Then
        assertThat(desk.cardOf("c1").state())
                .isInstanceOfSatisfying(
                        CardState.Checked.class,
                        state -> assertThat(state.result().outcome()).isEqualTo(Outcome.FALSE_MARK));
        assertThat(desk.queueOf(ANNA)).isEmpty();
        assertThat(desk.count("SELECT count(*) FROM flags")).isEqualTo(1);
        assertThat(desk.count("SELECT count(*) FROM marks")).isEqualTo(1);
        Overviews.Moments now = Overviews.Moments.at(NOW, ZoneId.of("Europe/Moscow"));
        assertThat(new JdbiOverviews(desk.database().dataSource())
                        .read(now, TeamScope.all())
                        .all()
                        .week()
                        .flagged())
                .isEqualTo(1);
    }

    @Test
    void whatAColleagueWorksOnIsNotClosedUnderHim() {
        // Given
        desk.hear(call("c1"));
        desk.move("c1", new Move.Take(), BORIS);

        // When
        give(Kind.RULE, "money-unfair", ANNA);

        // Then
        assertThat(desk.cardOf("c1").state()).isInstanceOf(CardState.InWork.class);
    }

    @Test
    void theAuthorOrWhoLeadsTakesItBack() {
        // Given
        desk.hear(call("c1"));
        FalseMark mark = give(Kind.RULE, "money-unfair", ANNA).orElseThrow();

        // Then
        assertThat(desk.falseMarks.undo(mark.number(), C1, BORIS, NOW)).isFalse();
        assertThat(desk.falseMarks.undo(mark.number(), C1, LEAD, NOW)).isTrue();
        assertThat(desk.falseMarks.of(C1)).isEmpty();
        assertThat(desk.queueOf(ANNA)).hasSize(1);
        assertThat(desk.falseMarks.undo(mark.number(), C1, LEAD, NOW)).isFalse();
    }

    @Test
    void aMarkIsStruckWithoutTouchingTheCard() {
        // Given
        desk.hear(call("c1"));

        // When
        give(Kind.MARK, "fair-treatment.refund-withheld", ANNA);
        give(Kind.MARK, "fair-treatment.refund-withheld", BORIS);

        // Then
        assertThat(desk.falseMarks.of(C1))
                .singleElement()
                .satisfies(mark -> assertThat(mark.who().login()).isEqualTo("anna"));
        assertThat(desk.cardOf("c1").state()).isInstanceOf(CardState.New.class);
    }

    @Test
    void whatTheMachineDidNotHearOrIsOfAnotherTeamIsNotThere() {
        // Given
        desk.hear(call("c1").by("a-1", "Линия 1"));
        User other = Desk.user("other", TeamScope.of(Set.of("Линия 2")));

        // Then
        assertThat(give(Kind.RULE, "danger", ANNA)).isEmpty();
        assertThat(give(Kind.SIGNAL, "danger", ANNA)).isEmpty();
        assertThat(give(Kind.RULE, "money-unfair", other)).isEmpty();
        assertThat(desk.falseMarks.of(C1)).isEmpty();
    }

    @Test
    void itStaysWhenTheCallIsAnalyzedAgain() {
        // Given
        desk.hear(call("c1").flagged("churn-risk", "money-unfair"));
        give(Kind.RULE, "churn-risk", ANNA);

        // When
        desk.hear(call("c1").flagged("churn-risk", "money-unfair").analyzed(NOW, "book-2"));

        // Then
        assertThat(desk.falseMarks.of(C1)).hasSize(1);
        assertThat(desk.cardOf("c1").priority()).isEqualTo(2);
    }
}
