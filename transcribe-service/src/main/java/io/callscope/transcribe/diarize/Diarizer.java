package io.callscope.transcribe.diarize;

import io.callscope.transcribe.voice.VoiceWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Tells two voices of one call apart by how they sound. The same windows give the same voices. Stateless, thread-safe.
 *
 * <p>Two mean directions are found, each window is held against both, and a turn model smooths what comes out; its
 * posterior moves the means, three times. The constants were chosen on mixed-down calls, odd numbers of the demo, and
 * matter little: see docs/mono.md.
 */
public final class Diarizer {
    private static final long SEED = 20_260_101;

    /** Concentration of the vectors about their mean: how much a difference in cosine says. */
    private static final double CONCENTRATION = 10;

    /** Chance that who speaks now speaks a quarter of a second later. */
    private static final double STAY = 0.95;

    private static final int ROUNDS = 3;

    /** Mean directions nearer than this are one voice: 0.78 and more was measured in one, 0.56 and less between two. */
    private static final double SAME_VOICE = 0.68;

    /** Less speech says nothing, seconds. */
    private static final double LEAST_SECONDS = 2;

    /** A second voice is heard for this long at least, seconds; less is noise, or a laugh. */
    private static final double LEAST_VOICE_SECONDS = 0.5;

    private static final double FRAMES_A_SECOND = 100;

    /**
     * @param windows of one channel, in order of time
     */
    public Voices tellApart(List<VoiceWindow> windows) {
        double frames = windows.stream().mapToInt(VoiceWindow::frames).sum();
        if (frames < LEAST_SECONDS * FRAMES_A_SECOND) {
            return Voices.UNKNOWN;
        }
        float[][] means = TwoMeans.of(windows, new SplittableRandom(SEED));
        double[][] posterior = TurnModel.posterior(evidence(windows, means), STAY);
        for (int round = 0; round < ROUNDS; round++) {
            means = TwoMeans.means(windows, posterior, means);
            posterior = TurnModel.posterior(evidence(windows, means), STAY);
        }
        if (TwoMeans.cosine(means[0], means[1]) > SAME_VOICE
                || rarerSeconds(windows, posterior) < LEAST_VOICE_SECONDS) {
            return Voices.ONE;
        }
        return new Voices(2, spans(windows, posterior));
    }

    private static double[][] evidence(List<VoiceWindow> windows, float[][] means) {
        double[][] evidence = new double[windows.size()][2];
        for (int i = 0; i < evidence.length; i++) {
            for (int voice = 0; voice < 2; voice++) {
                evidence[i][voice] =
                        CONCENTRATION * TwoMeans.cosine(windows.get(i).vector(), means[voice]);
            }
        }
        return evidence;
    }

    private static double rarerSeconds(List<VoiceWindow> windows, double[][] posterior) {
        double[] frames = new double[2];
        for (int i = 0; i < posterior.length; i++) {
            frames[louder(posterior[i])] += windows.get(i).frames();
        }
        return Math.min(frames[0], frames[1]) / FRAMES_A_SECOND;
    }

    private static int louder(double[] chances) {
        return chances[0] >= chances[1] ? 0 : 1;
    }

    private static List<VoiceSpan> spans(List<VoiceWindow> windows, double[][] posterior) {
        int first = louder(posterior[0]);
        List<VoiceSpan> spans = new ArrayList<>(posterior.length);
        for (int i = 0; i < posterior.length; i++) {
            VoiceWindow window = windows.get(i);
            int voice = louder(posterior[i]);
            spans.add(new VoiceSpan(window.startMs(), window.endMs(), voice == first ? 0 : 1, posterior[i][voice]));
        }
        return spans;
    }
}
