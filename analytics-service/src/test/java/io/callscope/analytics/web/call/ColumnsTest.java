package io.callscope.analytics.web.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    @Test
    void talkCoversTheColumnsThatItTouches() {
        // Given: a column is 10 ms
        Columns columns = new Columns(8_000);

        // When
        String path = columns.rectangles(
                List.of(new Stretch(0, 10), new Stretch(995, 1_001), new Stretch(7_999, 9_000)), 5, 30);

        // Then
        assertThat(path).isEqualTo("M0 5h1v30h-1zM99 5h2v30h-2zM799 5h1v30h-1z");
    }

    @Test
    void talkIsDrawnOnceHoweverCloseItComes() {
        // Given
        Columns columns = new Columns(7_200_000);

        // When
        String path = columns.rectangles(
                List.of(new Stretch(0, 100), new Stretch(200, 9_001), new Stretch(9_100, 9_200)), 0, 1);

        // Then
        assertThat(path).isEqualTo("M0 0h1v1h-1zM1 0h1v1h-1z");
    }

    @ParameterizedTest
    @CsvSource({"1000,1", "8000,4", "600000,512", "7200000,4096"})
    void aPeakIsInTheColumnOfItsTime(long durationMs, int bucketMs) {
        // Given
        Columns columns = new Columns(durationMs);
        byte[] peaks = new byte[(int) ((durationMs + bucketMs - 1) / bucketMs)];
        int loud = peaks.length * 2 / 3;
        peaks[loud] = (byte) 200;

        // When
        int[] drawn = columns.loudest(peaks, bucketMs);

        // Then
        long from = (long) loud * bucketMs * Columns.COUNT / durationMs;
        long to = ((loud + 1L) * bucketMs * Columns.COUNT - 1) / durationMs;
        assertThat(IntStream.range(0, Columns.COUNT).filter(column -> drawn[column] > 0))
                .allMatch(column -> column >= from && column <= to)
                .isNotEmpty();
        assertThat(drawn).contains(200);
    }

    @Test
    void aWaveformShorterThanTheCallEndsInSilence() {
        assertThat(new Columns(1_600).loudest(new byte[] {9}, 100)[Columns.COUNT - 1])
                .isZero();
    }

    @Test
    void equalBarsAreOneStep() {
        // Given
        int[] up = new int[Columns.COUNT];
        int[] down = new int[Columns.COUNT];
        up[0] = 30;
        up[1] = 30;
        down[799] = -4;

        // When
        // Then
        assertThat(Columns.bars(up, 30)).isEqualTo("M0 30V0h2V30h798V30z");
        assertThat(Columns.bars(down, 39)).isEqualTo("M0 39V39h799V43h1V39z");
    }
}
