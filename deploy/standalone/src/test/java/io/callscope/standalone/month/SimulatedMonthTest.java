package io.callscope.standalone.month;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.model.call.Party;
import io.callscope.standalone.month.MonthCall.Turn;
import io.callscope.standalone.month.MonthTruth.Ending;
import io.callscope.standalone.month.MonthTruth.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulatedMonthTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 10, 11);
    private static final List<MonthCall> MONTH = SimulatedMonth.of(1, 700, LAST_DAY, Half.WHOLE);

    @Test
    void theSameSeedGivesTheSameCallsAndAnotherOneOthers() {
        // When
        List<MonthCall> again = SimulatedMonth.of(1, 700, LAST_DAY, Half.WHOLE);
        List<MonthCall> other = SimulatedMonth.of(2, 700, LAST_DAY, Half.WHOLE);

        // Then
        assertThat(again).isEqualTo(MONTH);
        assertThat(other).isNotEqualTo(MONTH);
    }

    @Test
    void callsLieInTheSixWeeksThatEndWithTheLastDay() {
        // Given
        ZoneId zone = ZoneId.of("Europe/Moscow");
        Instant from = LAST_DAY.minusDays(41).atStartOfDay(zone).toInstant();
        Instant to = LAST_DAY.plusDays(1).atStartOfDay(zone).toInstant();

        // Then
        assertThat(MONTH).hasSizeBetween(700, 720);
        assertThat(MONTH).allSatisfy(call -> assertThat(call.startedAt()).isBetween(from, to));
        assertThat(MONTH).isSortedAccordingTo((a, b) -> a.startedAt().compareTo(b.startedAt()));
    }

    @Test
    void noTwoCallsWithAPersonAreAlike() {
        // Given
        Set<String> seen = new HashSet<>();

        // Then
        assertThat(MONTH.stream().filter(call -> call.truth().kind() != Kind.VOICEMAIL))
                .allSatisfy(call -> assertThat(seen.add(words(call))).isTrue());
    }

    @Test
    void repeatsFollowTheSameIssueOfWhoeverHasItWithinTheWindow() {
        // Given
        Map<String, MonthCall> byId = new HashMap<>();
        MONTH.forEach(call -> byId.put(call.id(), call));
        List<MonthCall> repeats =
                MONTH.stream().filter(call -> call.truth().repeats() != null).toList();

        // Then
        assertThat(repeats).hasSizeGreaterThan(100);
        assertThat(repeats).allSatisfy(later -> {
            MonthCall earlier = Objects.requireNonNull(
                    byId.get(Objects.requireNonNull(later.truth().repeats())));
            assertThat(earlier.truth().issue()).isEqualTo(later.truth().issue());
            assertThat(Duration.between(earlier.startedAt(), later.startedAt()))
                    .isPositive()
                    .isLessThanOrEqualTo(Duration.ofDays(7));
        });
    }

    @Test
    void promisesThatWereNotKeptWereMade() {
        // Given
        Map<String, MonthCall> byId = new HashMap<>();
        MONTH.forEach(call -> byId.put(call.id(), call));
        List<MonthTruth> broken = MONTH.stream()
                .map(MonthCall::truth)
                .filter(truth -> "promise-not-kept".equals(truth.cause()))
                .toList();

        // Then
        assertThat(broken).isNotEmpty();
        assertThat(broken)
                .allSatisfy(truth -> assertThat(
                                Objects.requireNonNull(byId.get(Objects.requireNonNull(truth.repeats())))
                                        .truth()
                                        .ending())
                        .isIn(Ending.PROMISE, Ending.FORWARDED));
    }

    @Test
    void everyKindOfCallAndCallerIsThere() {
        // Then
        assertThat(MONTH.stream().map(call -> call.truth().kind()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Kind.values());
        assertThat(MONTH).anySatisfy(call -> assertThat(call.number()).isNull());
        assertThat(MONTH).anySatisfy(call -> assertThat(call.forwarded()).isTrue());
        assertThat(MONTH)
                .anySatisfy(call -> assertThat(Duration.between(call.startedAt(), call.arrivesAt()))
                        .isGreaterThan(Duration.ofHours(12)));
        assertThat(MONTH.stream().filter(call -> call.truth().crowded()).count())
                .isGreaterThan(20);
    }

    @Test
    void halvesShareNoSentenceOfCustomers() {
        // Given
        Wording tuned = Wording.of(Half.TUNED);
        Wording heldOut = Wording.of(Half.HELD_OUT);

        // Then
        for (Subject subject : tuned.subjects()) {
            Subject other = heldOut.subjects().stream()
                    .filter(one -> one.id().equals(subject.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(subject.first()).doesNotContainAnyElementsOf(other.first());
            assertThat(subject.again()).doesNotContainAnyElementsOf(other.again());
            subject.causes().keySet().stream()
                    .filter(cause -> !cause.equals("none") && !cause.equals("other-department-process"))
                    .forEach(cause -> assertThat(tuned.cause(cause)).doesNotContainAnyElementsOf(heldOut.cause(cause)));
        }
        for (String department : tuned.departments()) {
            assertThat(tuned.department(department)).doesNotContainAnyElementsOf(heldOut.department(department));
        }
    }

    @Test
    void placesInSentencesAreFilledAndTurnsFollowOneAnother() {
        // Then
        assertThat(MONTH).allSatisfy(call -> {
            assertThat(words(call)).doesNotContain("{").doesNotContain("}");
            long before = 0;
            for (Turn turn : call.turns()) {
                assertThat(turn.startMs()).isGreaterThanOrEqualTo(before);
                assertThat(turn.endMs()).isGreaterThan(turn.startMs());
                before = turn.endMs();
            }
        });
        assertThat(MONTH.get(0).turns())
                .anySatisfy(turn -> assertThat(turn.party()).isEqualTo(Party.CUSTOMER));
    }

    @Test
    void anotherNumberOfCallsIsRefused() {
        // Then
        assertThatThrownBy(() -> SimulatedMonth.of(1, 10, LAST_DAY, Half.WHOLE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("calls 10: expected 600 to 20000");
    }

    private static String words(MonthCall call) {
        return call.turns().stream().map(Turn::text).collect(Collectors.joining("\n"));
    }
}
