package io.callscope.analytics.accuracy.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.TeamScope;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeptReviewedItemsTest {
    private static final Instant NOW = Instant.parse("2026-10-14T09:00:00Z");

    private final List<TeamScope> asked = new ArrayList<>();
    private final Hand hand = new Hand();
    private final KeptReviewedItems kept = new KeptReviewedItems(
            scope -> {
                asked.add(scope);
                return Reviewed.nothing();
            },
            hand);

    /** A clock that is set by hand. */
    private static final class Hand extends Clock {
        private Instant now = NOW;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void asksOnceAMinute() {
        // When
        kept.read(TeamScope.all());
        hand.now = NOW.plus(KeptReviewedItems.AGE).minusMillis(1);
        kept.read(TeamScope.all());
        hand.now = NOW.plus(KeptReviewedItems.AGE);
        kept.read(TeamScope.all());

        // Then
        assertThat(asked).hasSize(2);
    }

    @Test
    void keepsScopesApart() {
        // When
        kept.read(TeamScope.all());
        kept.read(TeamScope.of(Set.of("Юг")));
        kept.read(TeamScope.of(Set.of("Юг")));

        // Then
        assertThat(asked).containsExactly(TeamScope.all(), TeamScope.of(Set.of("Юг")));
    }
}
