package io.callscope.transcribe.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.model.transcript.Waveform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaveformCollectorTest {
    @ParameterizedTest
    @CsvSource({
        "16000,1,0", "16000,1,0.5", "16000,1,0.9995", "8000,1,0.123", "11025,1,0.7771",
        "16000,600,0", "16000,600,299.9999", "16000,600,300", "8000,600,599.9", "22050,600,77.7",
        "16000,7200,0.001", "16000,7200,4095.9999", "16000,7200,4096", "16000,7200,7199.99"
    })
    void aClickLandsInTheBucketOfItsTime(int rateHz, int seconds, double clickSeconds) {
        // Given
        long click = (long) (clickSeconds * rateHz);

        // When
        Waveform waveform = measured(rateHz, (long) seconds * rateHz, click, 2);

        // Then
        int expected = (int) (click * 1000 / ((long) waveform.bucketMs() * rateHz));
        assertThat(waveform.peaks(0)[expected] & 0xFF).isEqualTo(128);
        assertThat(sum(waveform.peaks(0))).isEqualTo(128);
        assertThat(sum(waveform.peaks(1))).isZero();
        assertThat(waveform.peaks(0).length).isBetween(1_000, 2_000);
        assertThat((long) waveform.peaks(0).length * waveform.bucketMs())
                .isBetween(seconds * 1000L, seconds * 1000L + waveform.bucketMs());
    }

    @Test
    void fullScaleIs255AndSilenceIsNothing() {
        // Given
        WaveformCollector collector = new WaveformCollector(1_000);

        // When
        collector.accept(
                new short[][] {{Short.MAX_VALUE, 0, 0, -16_384}, {0, 0, Short.MIN_VALUE, 64}, {0, 0, 0, 0}}, 4);

        // Then
        Waveform waveform = collector.waveform();
        assertThat(waveform.bucketMs()).isEqualTo(1);
        assertThat(waveform.peaks(0)).containsExactly(255, 0, 0, 128);
        assertThat(waveform.peaks(1)).containsExactly(0, 0, 255, 0);
        assertThat(waveform.peaks(2)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void theSizeOfTheChunksMakesNoDifference() {
        // Given
        short[] samples = new short[50_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (i * 7919 % 30_000);
        }
        WaveformCollector whole = new WaveformCollector(8_000);
        WaveformCollector pieces = new WaveformCollector(8_000);

        // When
        whole.accept(new short[][] {samples}, samples.length);
        for (int from = 0; from < samples.length; from += 333) {
            int count = Math.min(333, samples.length - from);
            short[] piece = new short[400];
            System.arraycopy(samples, from, piece, 0, count);
            pieces.accept(new short[][] {piece}, count);
        }

        // Then
        assertThat(pieces.waveform()).isEqualTo(whole.waveform());
    }

    @Test
    void withoutSamplesThereAreNoBuckets() {
        assertThat(new WaveformCollector(16_000).waveform().channels()).isEmpty();
    }

    /** A click of half scale in channel 0 and silence in the others. */
    private static Waveform measured(int rateHz, long samples, long click, int channels) {
        WaveformCollector collector = new WaveformCollector(rateHz);
        int size = rateHz / 5;
        short[][] chunk = new short[channels][size];
        for (long from = 0; from < samples; from += size) {
            int count = (int) Math.min(size, samples - from);
            boolean here = click >= from && click < from + count;
            if (here) {
                chunk[0][(int) (click - from)] = 16_400;
            }
            collector.accept(chunk, count);
            if (here) {
                chunk[0][(int) (click - from)] = 0;
            }
        }
        return collector.waveform();
    }

    private static int sum(byte[] peaks) {
        int sum = 0;
        for (byte peak : peaks) {
            sum += peak & 0xFF;
        }
        return sum;
    }
}
