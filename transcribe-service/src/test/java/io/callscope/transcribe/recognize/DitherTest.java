package io.callscope.transcribe.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DitherTest {
    private static final int COUNT = 160_000;

    @Test
    void isTheSameOnEveryRunHoweverTheSamplesAreCut() {
        // Given
        short[] whole = new short[COUNT];
        short[] pieces = new short[COUNT];
        Dither inPieces = new Dither();

        // When
        new Dither().apply(new short[COUNT], COUNT, whole);
        short[] piece = new short[3_200];
        for (int at = 0; at < COUNT; at += piece.length) {
            inPieces.apply(new short[piece.length], piece.length, piece);
            System.arraycopy(piece, 0, pieces, at, piece.length);
        }

        // Then
        assertThat(pieces).isEqualTo(whole);
    }

    @Test
    void isAStepLoudAndDoesNotRepeatItself() {
        // Given
        short[] noise = new short[COUNT];

        // When
        new Dither().apply(new short[COUNT], COUNT, noise);

        // Then
        double mean = IntStream.range(0, COUNT).map(i -> noise[i]).average().orElseThrow();
        double power = IntStream.range(0, COUNT)
                .map(i -> noise[i] * noise[i])
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.05));
        assertThat(Math.sqrt(power)).isBetween(0.9, 1.2);
        for (int lag : new int[] {1, 2, 160, 400, 4_096, 8_192}) {
            double correlation = IntStream.range(0, COUNT - lag)
                            .map(i -> noise[i] * noise[i + lag])
                            .average()
                            .orElseThrow()
                    / power;
            assertThat(correlation).as("at lag " + lag).isCloseTo(0, within(0.05));
        }
    }

    @Test
    void staysInsideSixteenBits() {
        // Given
        short[] loud = new short[COUNT];
        java.util.Arrays.fill(loud, Short.MAX_VALUE);
        short[] out = new short[COUNT];

        // When
        new Dither().apply(loud, COUNT, out);

        // Then
        assertThat(IntStream.range(0, COUNT).map(i -> out[i]).min().orElseThrow())
                .isGreaterThan(Short.MAX_VALUE - 10);
    }
}
