package io.callscope.transcribe.diarize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.transcribe.voice.VoiceWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiarizerTest {
    private static final int SIZE = 128;

    private final Diarizer diarizer = new Diarizer();

    @Test
    void twoVoicesInTurnsAreToldApart() {
        // Given
        int[] truth = turns(12, 8);
        List<VoiceWindow> windows = windows(truth, 0.3, new Random(5));

        // When
        Voices voices = diarizer.tellApart(windows);

        // Then
        assertThat(voices.count()).isEqualTo(2);
        assertThat(agreement(voices, truth)).isGreaterThan(0.97);
        assertThat(voices.spans()).allMatch(span -> span.confidence() >= 0.5);
    }

    @Test
    void theVoiceThatIsHeardFirstIsNumberNought() {
        // Given
        List<VoiceWindow> windows = windows(turns(6, 8), 0.2, new Random(9));

        // When
        Voices voices = diarizer.tellApart(windows);

        // Then
        assertThat(voices.spans().get(0).voice()).isZero();
    }

    @Test
    void theSameWindowsGiveTheSameVoices() {
        // Given
        List<VoiceWindow> windows = windows(turns(10, 6), 0.5, new Random(2));

        // When
        Voices once = diarizer.tellApart(windows);
        Voices again = diarizer.tellApart(windows);

        // Then
        assertThat(again).isEqualTo(once);
    }

    @Test
    void oneVoiceIsOne() {
        // Given
        List<VoiceWindow> windows = windows(new int[100], 0.3, new Random(4));

        // When
        Voices voices = diarizer.tellApart(windows);

        // Then
        assertThat(voices).isEqualTo(Voices.ONE);
    }

    @Test
    void aSecondOfSpeechSaysNothing() {
        // Given
        List<VoiceWindow> windows = windows(new int[] {0, 0, 1, 1}, 0.1, new Random(4));

        // When
        Voices voices = diarizer.tellApart(windows);

        // Then
        assertThat(voices).isEqualTo(Voices.UNKNOWN);
    }

    @Test
    void noSpeechIsNoError() {
        // Given
        // When
        Voices voices = diarizer.tellApart(List.of());

        // Then
        assertThat(voices).isEqualTo(Voices.UNKNOWN);
    }

    @Test
    void theTurnModelTakesAWindowTogetherWithItsNeighbours() {
        // Given
        double[][] evidence = {{3, 0}, {3, 0}, {0, 0.5}, {3, 0}, {3, 0}};

        // When
        double[][] posterior = TurnModel.posterior(evidence, 0.95);

        // Then
        assertThat(posterior[2][0]).isGreaterThan(0.9);
        assertThat(posterior[2][0] + posterior[2][1]).isCloseTo(1, within(1e-9));
    }

    private static int[] turns(int turns, int windows) {
        int[] voices = new int[turns * windows];
        for (int i = 0; i < voices.length; i++) {
            voices[i] = i / windows % 2;
        }
        return voices;
    }

    private static List<VoiceWindow> windows(int[] voices, double spread, Random random) {
        double[][] means = {direction(random), direction(random)};
        List<VoiceWindow> windows = new ArrayList<>();
        for (int i = 0; i < voices.length; i++) {
            double[] vector = new double[SIZE];
            for (int k = 0; k < SIZE; k++) {
                vector[k] = means[voices[i]][k] + spread * random.nextGaussian() / Math.sqrt(SIZE);
            }
            windows.add(new VoiceWindow(250L * i, 250L * (i + 1), 25, normed(vector)));
        }
        return windows;
    }

    private static double[] direction(Random random) {
        double[] vector = new double[SIZE];
        for (int k = 0; k < SIZE; k++) {
            vector[k] = random.nextGaussian();
        }
        float[] normed = normed(vector);
        for (int k = 0; k < SIZE; k++) {
            vector[k] = normed[k];
        }
        return vector;
    }

    private static float[] normed(double[] vector) {
        double length = 0;
        for (double value : vector) {
            length += value * value;
        }
        float[] normed = new float[vector.length];
        for (int k = 0; k < normed.length; k++) {
            normed[k] = (float) (vector[k] / Math.sqrt(length));
        }
        return normed;
    }

    private static double agreement(Voices voices, int[] truth) {
        int same = 0;
        for (VoiceSpan span : voices.spans()) {
            same += span.voice() == truth[(int) (span.startMs() / 250)] ? 1 : 0;
        }
        return same / (double) truth.length;
    }
}
