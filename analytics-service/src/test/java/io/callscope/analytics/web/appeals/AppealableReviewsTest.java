package io.callscope.analytics.web.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.review.appeals.ScoredReview;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AppealableReviewsTest {
    private static final Instant NOW = Instant.parse("2026-10-14T09:00:00Z");

    private static final List<ScoredReview> REVIEWS = IntStream.rangeClosed(1, 60)
            .mapToObj(i -> new ScoredReview(
                    i,
                    new CallId("call-" + i),
                    "service",
                    "v",
                    NOW,
                    i % 10 == 0 ? null : "Анна " + i % 10,
                    NOW,
                    NOW,
                    List.of()))
            .toList();

    private static List<Long> numbers(AppealableReviews page) {
        return page.shown().stream().map(ScoredReview::number).toList();
    }

    @Test
    void showsPageByPageAndStaysOnTheLast() {
        // When
        AppealableReviews first = AppealableReviews.of(REVIEWS, "", 1);
        AppealableReviews last = AppealableReviews.of(REVIEWS, "", 9);

        // Then
        assertThat(first.shown()).hasSize(25);
        assertThat(first.hasNext()).isTrue();
        assertThat(first.first()).isEqualTo(1);
        assertThat(last.page()).isEqualTo(3);
        assertThat(last.first()).isEqualTo(51);
        assertThat(last.shown()).hasSize(10);
        assertThat(last.hasNext()).isFalse();
        assertThat(last.address(2)).startsWith("/appeals?").contains("page=2");
    }

    @Test
    void findsAgentsAndCalls() {
        assertThat(numbers(AppealableReviews.of(REVIEWS, " анна 7 ", 1))).containsExactly(7L, 17L, 27L, 37L, 47L, 57L);
        assertThat(numbers(AppealableReviews.of(REVIEWS, "CALL-60", 1))).containsExactly(60L);
        AppealableReviews none = AppealableReviews.of(REVIEWS, "Борис", 1);
        assertThat(none.all()).isZero();
        assertThat(none.shown()).isEmpty();
        assertThat(none.hasNext()).isFalse();
    }
}
