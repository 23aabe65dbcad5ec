package io.callscope.transcribe.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.callscope.model.transcript.ChannelLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelCollectorTest {
    private static final int RATE = 8_000;

    /** A tone of 400 Hz, so that a frame holds whole periods. */
    private static void tone(short[] into, int fromMs, int toMs, double amplitude) {
        for (int i = fromMs * RATE / 1000; i < toMs * RATE / 1000; i++) {
            into[i] = (short) Math.round(amplitude * Math.sin(2 * Math.PI * 400 * i / RATE));
        }
    }

    private static List<ChannelLevel> measured(int chunk, short[]... channels) {
        LevelCollector levels = new LevelCollector(RATE);
        for (int from = 0; from < channels[0].length; from += chunk) {
            int count = Math.min(chunk, channels[0].length - from);
            short[][] part = new short[channels.length][count];
            for (int channel = 0; channel < channels.length; channel++) {
                System.arraycopy(channels[channel], from, part[channel], 0, count);
            }
            levels.accept(part, count);
        }
        return levels.levels();
    }

    @Test
    void silenceBetweenSpeechDoesNotMakeItSofter() {
        // Given: 1 s of a tone at half of full scale, 9.03 dB below it, and 9 s of nothing
        short[] mostlySilent = new short[10 * RATE];
        tone(mostlySilent, 2_000, 3_000, 16_384);
        short[] all = new short[10 * RATE];
        tone(all, 0, 10_000, 16_384);

        // When
        List<ChannelLevel> levels = measured(160, mostlySilent, all);

        // Then: the hangover of 0.2 s counts as speech: 10 log (1 / 1.2) = -0.8
        assertThat(levels.get(0).activeDbfs()).isCloseTo(-9.8, within(0.11));
        assertThat(levels.get(1).activeDbfs()).isCloseTo(-9.0, within(0.11));
        assertThat(levels.get(0).peakDbfs()).isCloseTo(-6.0, within(0.11));
        assertThat(levels.get(0).clippedShare()).isZero();
    }

    @Test
    void theRoomBehindTheSpeechIsNoPartOfIt() {
        // Given: speech for half of the time at -13 dB, the room 40 dB below
        short[] call = new short[10 * RATE];
        tone(call, 0, 5_000, 10_362);
        tone(call, 5_000, 10_000, 103.6);

        // When Then
        assertThat(measured(333, call).get(0).activeDbfs()).isCloseTo(-13.2, within(0.2));
    }

    @Test
    void aSilentChannelHasNoLevelAndAClippedOneSaysSo() {
        // Given
        short[] silent = new short[RATE];
        short[] clipped = new short[RATE];
        for (int i = 0; i < RATE; i++) {
            clipped[i] = i % 4 == 0 ? Short.MAX_VALUE : i % 4 == 2 ? Short.MIN_VALUE : 0;
        }

        // When
        List<ChannelLevel> levels = measured(100, silent, clipped);

        // Then
        assertThat(levels.get(0)).isEqualTo(new ChannelLevel(null, -96.3, 0));
        assertThat(levels.get(1).clippedShare()).isEqualTo(0.5);
        assertThat(levels.get(1).peakDbfs()).isZero();
    }

    @Test
    void howItIsCutMakesNoDifference() {
        // Given
        short[] call = new short[3 * RATE];
        tone(call, 200, 900, 9_000);
        tone(call, 1_500, 2_700, 3_000);

        // When Then
        assertThat(measured(17, call)).isEqualTo(measured(4_000, call));
        assertThat(new LevelCollector(RATE).levels()).isEmpty();
        assertThatThrownBy(() -> new LevelCollector(0)).hasMessage("0 samples a second: expected 1 or more");
    }
}
