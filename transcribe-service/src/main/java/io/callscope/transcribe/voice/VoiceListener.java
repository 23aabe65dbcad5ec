package io.callscope.transcribe.voice;

import io.callscope.transcribe.audio.PcmSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Listens to one channel of a recording and gives the voice at every quarter of a second in which somebody speaks, each
 * over the {@value #WINDOW_BLOCKS} quarters around it. Only speech is looked at, so music and noise between the words
 * have no part in it. Holds some seconds of audio, and the vectors. Used by one thread.
 */
public final class VoiceListener implements PcmSink {
    /** Grid of the vectors, milliseconds. */
    static final int BLOCK_MS = 250;

    /** Blocks that a vector stands on: 1.25 s, the shortest that still told voices apart well when measured. */
    static final int WINDOW_BLOCKS = 5;

    private static final int FRAME_MS = 10;
    /** Less speech gives no vector; Vosk draws the same line. */
    private static final int LEAST_FRAMES = 20;
    /** The mean over this many frames of speech is taken off: what the line sounds like. Vosk's own figure. */
    private static final int MEAN_FRAMES = 300;
    /** Frames that the network is given at once, so that what it computes stays in the processor's caches. */
    private static final int BATCH = 64;

    private final SpeakerModel model;
    private final int channel;
    private final List<SpeechSpan> speech;
    private final Mfcc mfcc = new Mfcc();
    private final List<VoiceWindow> windows = new ArrayList<>();
    private final BlockSums sums = new BlockSums();

    private short[] pending = new short[Mfcc.RATE_HZ];
    private int pendingCount;
    private long frame;
    private int span;

    private record Frame(long number, float[] cepstra) {}

    /** Speech only; those before {@code done} were given to the network and serve as context. */
    private final List<Frame> frames = new ArrayList<>();

    private int done;

    /**
     * @param channel which is listened to
     * @param speech in order of time
     */
    public VoiceListener(SpeakerModel model, int channel, List<SpeechSpan> speech) {
        this.model = Objects.requireNonNull(model, "model");
        this.channel = channel;
        this.speech = List.copyOf(speech);
    }

    @Override
    public void accept(short[][] channels, int count) throws InterruptedException {
        if (pendingCount + count > pending.length) {
            pending = Arrays.copyOf(pending, 2 * (pendingCount + count));
        }
        System.arraycopy(channels[channel], 0, pending, pendingCount, count);
        pendingCount += count;
        int from = 0;
        for (; from + Mfcc.FRAME <= pendingCount; from += Mfcc.SHIFT) {
            if (isSpeech(frame * FRAME_MS)) {
                frames.add(new Frame(frame, mfcc.of(pending, from)));
            }
            frame++;
        }
        System.arraycopy(pending, from, pending, 0, pendingCount - from);
        pendingCount -= from;
        while (frames.size() >= done + BATCH + MEAN_FRAMES + model.context()) {
            network(BATCH);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("telling voices apart was abandoned");
        }
    }

    private boolean isSpeech(long ms) {
        while (span < speech.size() && speech.get(span).endMs() <= ms) {
            span++;
        }
        return span < speech.size() && speech.get(span).startMs() <= ms;
    }

    /** The windows in order of time. Call once, after the last samples. */
    public List<VoiceWindow> finish() {
        while (done < frames.size()) {
            network(Math.min(BATCH, frames.size() - done));
        }
        sums.flush();
        return List.copyOf(windows);
    }

    private void network(int count) {
        int half = model.context() / 2;
        float[][] input = new float[count + 2 * half][];
        for (int i = 0; i < input.length; i++) {
            // at both ends of the recording the outermost frame stands for what is missing
            input[i] = withoutMean(Math.max(0, Math.min(frames.size() - 1, done - half + i)));
        }
        float[][] output = model.frames(input);
        for (int i = 0; i < count; i++) {
            sums.add(frames.get(done + i).number() * FRAME_MS / BLOCK_MS, output[i]);
        }
        done += count;
        int needless = Math.max(0, done - half - MEAN_FRAMES);
        frames.subList(0, needless).clear();
        done -= needless;
    }

    private float[] withoutMean(int index) {
        int from = Math.max(0, Math.min(index - MEAN_FRAMES / 2, frames.size() - MEAN_FRAMES));
        int to = Math.min(frames.size(), from + MEAN_FRAMES);
        float[] values = new float[Mfcc.CEPSTRA];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            for (int t = from; t < to; t++) {
                sum += frames.get(t).cepstra()[i];
            }
            values[i] = (float) (frames.get(index).cepstra()[i] - sum / (to - from));
        }
        return values;
    }

    /** Sums of the network's frames over the last blocks. */
    private final class BlockSums {
        private final double[][] sum = new double[WINDOW_BLOCKS][SpeakerModel.FRAME_SIZE];
        private final double[][] squares = new double[WINDOW_BLOCKS][SpeakerModel.FRAME_SIZE];
        private final int[] count = new int[WINDOW_BLOCKS];
        private long newest;

        void add(long block, float[] values) {
            // a long silence need not be walked through block by block
            for (int steps = 0; newest < block && steps < 2 * WINDOW_BLOCKS; steps++) {
                advance();
            }
            newest = Math.max(newest, block);
            int place = placeOf(block);
            for (int i = 0; i < values.length; i++) {
                sum[place][i] += values[i];
                squares[place][i] += values[i] * (double) values[i];
            }
            count[place]++;
        }

        private static int placeOf(long block) {
            return (int) Math.floorMod(block, (long) WINDOW_BLOCKS);
        }

        void flush() {
            for (int i = 0; i < WINDOW_BLOCKS; i++) {
                advance();
            }
        }

        /** The middle block of those held is complete with its surroundings; then the oldest is forgotten. */
        private void advance() {
            long middle = newest - WINDOW_BLOCKS / 2;
            int frames = count[placeOf(middle)];
            if (frames > 0 && Arrays.stream(count).sum() >= LEAST_FRAMES) {
                windows.add(new VoiceWindow(
                        middle * BLOCK_MS,
                        (middle + 1) * BLOCK_MS,
                        frames,
                        model.vector(
                                total(sum), total(squares), Arrays.stream(count).sum())));
            }
            newest++;
            int place = placeOf(newest);
            Arrays.fill(sum[place], 0);
            Arrays.fill(squares[place], 0);
            count[place] = 0;
        }

        private double[] total(double[][] blocks) {
            double[] total = new double[SpeakerModel.FRAME_SIZE];
            for (double[] block : blocks) {
                for (int i = 0; i < total.length; i++) {
                    total[i] += block[i];
                }
            }
            return total;
        }
    }
}
