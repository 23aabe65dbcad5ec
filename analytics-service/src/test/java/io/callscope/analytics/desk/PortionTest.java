package io.callscope.analytics.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.desk.Portion.Candidate;
import io.callscope.analytics.desk.Portion.Likeness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortionTest {
    private static final QueueSettings SETTINGS = QueueSettings.usual();
    private static final long FOUR_MINUTES = 240_000;

    private final List<Candidate> queue = new ArrayList<>();

    /** Adds cards, each of an agent of its own unless one is given. */
    private void add(int count, int priority, String rule, String agent) {
        for (int i = 0; i < count; i++) {
            String who = agent == null ? "agent-" + queue.size() : agent;
            queue.add(new Candidate(queue.size(), priority, who, who, rule, FOUR_MINUTES, 1));
        }
    }

    private Portion drawn(Duration checkedToday) {
        return Portion.of(queue, checkedToday, SETTINGS);
    }

    @Test
    void takesWhatFitsIntoTheDayInOrder() {
        // Given
        for (int i = 0; i < 50; i++) {
            add(1, 2, "rule-" + i % 5, null);
        }

        // When
        Portion portion = drawn(Duration.ZERO);

        // Then
        assertThat(portion.above()).extracting(Candidate::cardId).hasSize(30).isSorted();
        assertThat(portion.takes()).isEqualTo(Duration.ofMinutes(120));
        assertThat(portion.groups()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,30", "60,15", "118,0", "120,0", "500,0"})
    void whatWasCheckedTodayIsTakenOff(int minutes, int expected) {
        // Given
        for (int i = 0; i < 50; i++) {
            add(1, 2, "rule-" + i % 5, null);
        }

        // Then
        assertThat(drawn(Duration.ofMinutes(minutes)).above()).hasSize(expected);
    }

    @Test
    void theUrgentIsAlwaysAboveTheLineAndSaysWhenItOverflows() {
        // Given
        add(40, 1, "danger", "a-1");
        add(5, 2, "other", null);

        // When
        Portion portion = drawn(Duration.ZERO);

        // Then
        assertThat(portion.above()).hasSize(40).allMatch(card -> card.priority() == 1);
        assertThat(portion.urgentOverflows()).isTrue();
        assertThat(drawn(Duration.ofDays(1)).above()).hasSize(40);
    }

    @Test
    void anEmptyDayOverflowsByNothing() {
        assertThat(drawn(Duration.ZERO).urgentOverflows()).isFalse();
        assertThat(drawn(Duration.ofDays(1)).urgentOverflows()).isFalse();
    }

    @Test
    void notMoreThanThreeOfOneAgentAreTaken() {
        // Given
        for (int i = 0; i < 10; i++) {
            add(1, 2, "rule-" + i % 5, "a-1");
        }
        for (int i = 0; i < 10; i++) {
            add(1, 2, "rule-" + i % 5, null);
        }

        // When
        Portion portion = drawn(Duration.ZERO);

        // Then
        assertThat(portion.above()).hasSize(13);
        assertThat(portion.groups()).singleElement().satisfies(group -> {
            assertThat(group.likeness()).isEqualTo(Likeness.AGENT);
            assertThat(group.key()).isEqualTo("a-1");
            assertThat(group.cards()).hasSize(7);
        });
    }

    @Test
    void notMoreThanTheShareOfOneRuleIsTaken() {
        // Given
        add(25, 2, "money", null);
        add(25, 3, "slow", null);

        // When
        Portion portion = drawn(Duration.ZERO);

        // Then
        assertThat(portion.above().stream().filter(card -> card.rule().equals("money")))
                .hasSize(12);
        assertThat(portion.above().stream().filter(card -> card.rule().equals("slow")))
                .hasSize(12);
        assertThat(portion.groups()).extracting(Portion.Group::key).containsExactly("money", "slow");
        assertThat(portion.groups().get(0).cards()).hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "12,12", "13,12", "20,12"})
    void theShareIsOfWhatTheWholeDayHolds(int cards, int expected) {
        // Given
        add(cards, 3, "slow", null);

        // Then
        assertThat(drawn(Duration.ZERO).above()).hasSize(expected);
    }

    @Test
    void theUrgentCountsForTheLimitsOfTheRest() {
        // Given
        add(3, 1, "danger", "a-1");
        add(1, 2, "money", "a-1");

        // When
        Portion portion = drawn(Duration.ZERO);

        // Then
        assertThat(portion.above()).hasSize(3);
        assertThat(portion.groups()).extracting(Portion.Group::key).containsExactly("a-1");
    }

    @Test
    void anUnknownAgentIsNoAgent() {
        // Given
        for (int i = 0; i < 6; i++) {
            queue.add(new Candidate(i, 2, null, null, "rule-" + i, FOUR_MINUTES, 2));
        }

        // When
        Portion portion = drawn(Duration.ZERO);

        // Then
        assertThat(portion.above()).hasSize(6);
        assertThat(portion.calls()).isEqualTo(12);
    }
}
