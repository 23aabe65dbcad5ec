package io.callscope.analytics.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardStateTest {
    private static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Person ANNA = new Person("anna", "Анна", false);
    private static final Person BORIS = new Person("boris", "Борис", false);
    private static final Person LEAD = new Person("lead", "Старшая", true);

    private static final Map<String, CardState> STATES = Map.of(
            "new", new CardState.New(null, NOW),
            "in-work", new CardState.InWork(ANNA, NOW),
            "put-off", new CardState.PutOff(ANNA, LATER, "ждём ответа", NOW),
            "to-department", new CardState.HandedOver(ANNA, new Receiver.Department("logistics"), "", NOW),
            "to-anna", new CardState.HandedOver(LEAD, new Receiver.Colleague("anna"), "", NOW),
            "checked", new CardState.Checked(ANNA, Result.of(Outcome.CONFIRMED), NOW));

    private static final Map<String, Move> MOVES = Map.of(
            "take", new Move.Take(),
            "release", new Move.Release(),
            "check", Move.Check.of(Result.of(Outcome.UNCLEAR)),
            "put-off", new Move.PutOff(LATER, "потом"),
            "hand-over", new Move.HandOver(new Receiver.Colleague("boris"), "взгляни"));

    @ParameterizedTest
    @CsvSource({
        "new, boris, take check put-off hand-over",
        "in-work, anna, release check put-off hand-over",
        "in-work, boris, ''",
        "in-work, lead, release",
        "put-off, boris, take",
        "to-department, boris, take",
        "to-anna, anna, take",
        "to-anna, boris, ''",
        "to-anna, lead, take",
        "checked, boris, take"
    })
    void onlyLegalMovesAreMade(String state, String login, String legal) {
        // Given
        Person who = List.of(ANNA, BORIS, LEAD).stream()
                .filter(person -> person.login().equals(login))
                .findFirst()
                .orElseThrow();
        CardState before = STATES.get(state);

        // Then
        MOVES.forEach((id, move) -> {
            if (List.of(legal.split(" ")).contains(id)) {
                assertThat(move.apply(before, who, NOW)).as(id).isNotEqualTo(before);
            } else {
                assertThatThrownBy(() -> move.apply(before, who, NOW))
                        .as(id)
                        .isInstanceOfSatisfying(
                                IllegalMoveException.class,
                                refused -> assertThat(refused.state()).isEqualTo(before));
            }
        });
    }

    @Test
    void aCheckedCardIsNewAgainWhenTheCustomerCallsAgain() {
        // Given
        CardState.Checked checked = new CardState.Checked(ANNA, Result.of(Outcome.CONFIRMED), NOW);

        // When
        CardState reopened = checked.reopen(new CallId("c2"), LATER);

        // Then
        assertThat(reopened).isEqualTo(new CardState.New(new CallId("c2"), LATER));
    }

    @Test
    void nothingIsPutOffIntoThePast() {
        assertThatThrownBy(() -> new CardState.New(null, NOW).putOff(ANNA, NOW, "", NOW))
                .hasMessageContaining("expected later");
    }

    @Test
    void aFalseMarkHasAReasonAndNothingElseHas() {
        assertThatThrownBy(() -> new Result(Outcome.FALSE_MARK, null, null, null, ""))
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> new Result(Outcome.CONFIRMED, FalseReason.QUOTE, null, null, ""))
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> new Result(Outcome.CONFIRMED, null, FollowUp.PASS_ON, null, ""))
                .hasMessageContaining("department");
    }
}
