package io.callscope.analytics.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.comments.Comment;
import io.callscope.analytics.web.call.Marker.Moment;
import io.callscope.analytics.web.call.Marker.What;
import io.callscope.model.call.CallId;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MarkerTest {
    @Test
    void markersThatWouldCoverEachOtherGoOnLinesOfTheirOwn() {
        // Given
        List<Moment> moments = moments(50_000, 10_000, 10_500, 10_600, 10_700, 99_000);

        // When
        List<Marker> markers = Marker.lay(moments, 100_000);

        // Then
        assertThat(markers)
                .extracting(Marker::atMs)
                .containsExactly(10_000L, 10_500L, 10_600L, 10_700L, 50_000L, 99_000L);
        assertThat(markers).extracting(Marker::line).containsExactly(0, 1, 2, 2, 0, 0);
        assertThat(markers)
                .extracting(Marker::percent)
                .startsWith("10.00%", "10.50%")
                .endsWith("50.00%", "99.00%");
    }

    @Test
    void whatLiesBehindTheEndStandsAtTheEnd() {
        assertThat(Marker.lay(moments(120_000), 100_000).get(0).percent()).isEqualTo("100.00%");
    }

    private static List<Moment> moments(long... atMs) {
        return LongStream.of(atMs)
                .mapToObj(at -> new Moment(
                        new What.Remark(new Comment(new CallId("c1"), 1, at, "anna", "Анна", "да", Instant.EPOCH)), at))
                .toList();
    }
}
