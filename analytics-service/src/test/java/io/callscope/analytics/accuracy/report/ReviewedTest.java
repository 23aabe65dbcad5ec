package io.callscope.analytics.accuracy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Item;
import io.callscope.analytics.accuracy.Label;
import io.callscope.analytics.accuracy.report.Corrected.Basis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewedTest {
    private static final Item REPEAT = Item.repeat();

    /** As in the specification: 49 of 60 marked confirmed, 4 of 60 others missed. */
    private static Reviewed reviewed(int marked, int confirmed, int unmarked, int missed) {
        List<CheckedCall> calls = new ArrayList<>();
        for (int i = 0; i < marked + unmarked; i++) {
            boolean isMarked = i < marked;
            boolean people = isMarked ? i < confirmed : i - marked < missed;
            calls.add(new CheckedCall(
                    "call-" + i,
                    "customer-" + i,
                    Instant.parse("2026-10-01T09:00:00Z"),
                    0.1,
                    null,
                    true,
                    true,
                    "v1",
                    isMarked ? Label.MARKED : Label.CLEAR,
                    null,
                    people ? Label.MARKED : Label.CLEAR,
                    null,
                    null,
                    null));
        }
        return new Reviewed(Map.of(REPEAT.key(), ErrorRates.of(calls)), List.of());
    }

    @Test
    void correctsAnyCallsByTheirOwnShareOfMarkedOnes() {
        // Given
        Reviewed reviewed = reviewed(60, 49, 60, 4);

        // When
        Corrected queue = reviewed.corrected(REPEAT, 900, 4_000);
        Corrected other = reviewed.corrected(REPEAT, 10, 20);

        // Then
        assertThat(queue.share()).isCloseTo(0.225 * 49 / 60 + 0.775 * 4 / 60, within(1e-12));
        assertThat(queue.low()).isCloseTo(0.188, within(0.002));
        assertThat(queue.high()).isCloseTo(0.300, within(0.002));
        assertThat(other.share()).isCloseTo(0.5 * 49 / 60 + 0.5 * 4 / 60, within(1e-12));
        assertThat(other.reviewed()).isEqualTo(120);
    }

    @Test
    void takesWhatPeopleSayAloneForTheWholeOnly() {
        // Given: 9 marked calls are too few
        Reviewed reviewed = reviewed(9, 9, 40, 1);

        // When
        Corrected whole = reviewed.ofWhole(REPEAT, 900, 4_000);
        Corrected queue = reviewed.corrected(REPEAT, 90, 400);

        // Then: other weeks' share is not held against these weeks'
        assertThat(whole.basis()).isEqualTo(Basis.PEOPLE);
        assertThat(whole.share()).isCloseTo(10.0 / 49, within(1e-12));
        assertThat(whole.tooHighBy()).isNull();
        assertThat(whole.missingMarked()).isEqualTo(1);
        assertThat(queue.basis()).isEqualTo(Basis.NOTHING);
        assertThat(queue.share()).isNull();
    }

    @Test
    void saysNothingOfNoCallsAndOfWhatNobodyReviewed() {
        // Given
        Reviewed reviewed = reviewed(60, 49, 60, 4);

        // Then
        assertThat(reviewed.corrected(REPEAT, 0, 0).raw()).isNull();
        assertThat(reviewed.ofWhole(REPEAT, 0, 0).share()).isNull();
        assertThat(reviewed.ofWhole(Item.code("control.x"), 5, 50).share()).isNull();
        assertThat(Reviewed.nothing().ofWhole(REPEAT, 5, 50).missingUnmarked()).isEqualTo(10);
    }
}
