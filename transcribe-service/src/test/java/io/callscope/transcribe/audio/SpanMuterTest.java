package io.callscope.transcribe.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanMuterTest {
    private static final int RATE_HZ = 16_000;
    private static final int FADE = 80;

    private final CollectedPcm heard = new CollectedPcm();

    @Test
    void whatIsInASpanIsSilentInEveryChannelAndNothingElseChanges() throws Exception {
        // Given
        List<MutedSpan> muted = List.of(new MutedSpan(1_000, 1_500), new MutedSpan(2_300, 9_000));

        // When
        pass(muted, 3_200, constant(3.0), constant(3.0));

        // Then
        for (int channel = 0; channel < 2; channel++) {
            short[] samples = heard.channel(channel);
            assertThat(samples).hasSize(3 * RATE_HZ);
            assertThat(Arrays.copyOfRange(samples, 16_000, 24_000)).containsOnly((short) 0);
            assertThat(Arrays.copyOfRange(samples, 36_800, 48_000)).containsOnly((short) 0);
            assertThat(Arrays.copyOfRange(samples, 0, 16_000 - FADE)).containsOnly((short) 10_000);
            assertThat(Arrays.copyOfRange(samples, 24_000 + FADE, 36_800 - FADE))
                    .containsOnly((short) 10_000);
        }
    }

    @Test
    void fadesInsteadOfClicking() throws Exception {
        // When
        pass(List.of(new MutedSpan(1_000, 1_500)), 3_200, constant(2.0));

        // Then
        short[] samples = heard.channel(0);
        for (int i = 1; i < samples.length; i++) {
            assertThat(Math.abs(samples[i] - samples[i - 1]))
                    .as("step at sample %d", i)
                    .isLessThanOrEqualTo(10_000 / FADE + 1);
        }
    }

    @Test
    void theSizeOfChunksAndTheOrderOfSpansMakeNoDifference() throws Exception {
        // Given
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            List<MutedSpan> muted = random.ints(6, 0, 2_900)
                    .mapToObj(start -> new MutedSpan(start, start + 1 + random.nextInt(300)))
                    .toList();
            short[] whole = muted(muted, 48_000);

            // When
            short[] pieces = muted(muted, 1 + random.nextInt(4_000));

            // Then
            assertThat(pieces).as("round %d, spans %s", round, muted).isEqualTo(whole);
            for (MutedSpan span : muted) {
                int from = (int) (span.startMs() * RATE_HZ / 1000);
                int to = (int) Math.min(pieces.length, span.endMs() * RATE_HZ / 1000);
                for (int i = from; i < to; i++) {
                    assertThat(pieces[i])
                            .as("round %d, sample %d of %s", round, i, span)
                            .isZero();
                }
            }
        }
    }

    private static short[] muted(List<MutedSpan> muted, int chunk) throws InterruptedException {
        CollectedPcm heard = new CollectedPcm();
        pass(heard, muted, chunk, constant(3.0));
        return heard.channel(0);
    }

    private void pass(List<MutedSpan> muted, int chunk, short[]... channels) throws InterruptedException {
        pass(heard, muted, chunk, channels);
    }

    private static void pass(PcmSink heard, List<MutedSpan> muted, int chunk, short[]... channels)
            throws InterruptedException {
        SpanMuter muter = new SpanMuter(muted, RATE_HZ, heard);
        for (int at = 0; at < channels[0].length; at += chunk) {
            int from = at;
            int count = Math.min(chunk, channels[0].length - at);
            muter.accept(
                    Arrays.stream(channels)
                            .map(channel -> Arrays.copyOfRange(channel, from, from + count))
                            .toArray(short[][]::new),
                    count);
        }
    }

    private static short[] constant(double seconds) {
        short[] samples = new short[(int) (seconds * RATE_HZ)];
        Arrays.fill(samples, (short) 10_000);
        return samples;
    }
}
