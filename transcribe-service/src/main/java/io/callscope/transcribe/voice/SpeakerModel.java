package io.callscope.transcribe.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The x-vector network of Vosk's speaker model, computed here rather than by Vosk: Vosk gives one vector for each of its
 * results, and a result in which the other party answered at once holds both voices. Here any stretch of speech can have
 * its vector. Immutable, thread-safe.
 *
 * @see <a href="https://www.danielpovey.com/files/2018_icassp_xvectors.pdf">Snyder, Garcia-Romero, Sell, Povey,
 *     Khudanpur (2018). X-vectors: robust DNN embeddings for speaker recognition</a>
 */
public final class SpeakerModel {
    /** Samples a second that it listens to. */
    public static final int RATE_HZ = Mfcc.RATE_HZ;

    /** Numbers of a vector. */
    static final int SIZE = 128;

    /** Numbers that the network makes of one frame. */
    static final int FRAME_SIZE = 1_500;

    private static final int HIDDEN = 512;
    private static final double LEAST_VARIANCE = 1e-10;

    private final Layer[] layers;
    /** Shape {@code [2 * FRAME_SIZE][SIZE]}. */
    private final float[] pooled;

    private final float[] pooledBias;
    private final float[] mean;
    /** Shape {@code [SIZE][SIZE]}, inputs first. */
    private final float[] transform;

    private SpeakerModel(Layer[] layers, float[] pooled, float[] pooledBias, float[] mean, float[] transform) {
        this.layers = layers;
        this.pooled = pooled;
        this.pooledBias = pooledBias;
        this.mean = mean;
        this.transform = transform;
    }

    /**
     * @param folder with {@code final.ext.raw}, {@code mean.vec}, {@code transform.mat}
     * @throws IOException naming the file and what was expected in it
     */
    public static SpeakerModel load(Path folder) throws IOException {
        NnetFile net = NnetFile.read(folder.resolve("final.ext.raw"));
        Layer[] layers = {
            Layer.read(net, "tdnn1", Mfcc.CEPSTRA, HIDDEN, -2, -1, 0, 1, 2),
            Layer.read(net, "tdnn2", HIDDEN, HIDDEN, -2, 0, 2),
            Layer.read(net, "tdnn3", HIDDEN, HIDDEN, -3, 0, 3),
            Layer.read(net, "tdnn4", HIDDEN, HIDDEN, 0),
            Layer.read(net, "tdnn5", HIDDEN, FRAME_SIZE, 0)
        };
        float[] pooled = net.matrix("tdnn6.affine", "<LinearParams>", SIZE, 2 * FRAME_SIZE);
        float[] transform = NnetFile.read(folder.resolve("transform.mat")).onlyMatrix(SIZE, SIZE);
        return new SpeakerModel(
                layers,
                Layer.transposed(pooled, SIZE, 2 * FRAME_SIZE),
                net.vector("tdnn6.affine", "<BiasParams>", SIZE),
                textVector(folder.resolve("mean.vec")),
                Layer.transposed(transform, SIZE, SIZE));
    }

    /** Kaldi's text form: numbers between brackets. */
    private static float[] textVector(Path file) throws IOException {
        String[] numbers = Files.readString(file)
                .replace('[', ' ')
                .replace(']', ' ')
                .strip()
                .split("\\s+");
        if (numbers.length != SIZE) {
            throw new IOException("%s: %d numbers, expected %d".formatted(file, numbers.length, SIZE));
        }
        float[] values = new float[SIZE];
        try {
            for (int i = 0; i < SIZE; i++) {
                values[i] = Float.parseFloat(numbers[i]);
            }
        } catch (NumberFormatException e) {
            throw new IOException("%s: expected numbers".formatted(file), e);
        }
        return values;
    }

    /** How many frames fewer come out of {@link #frames} than go in, half of them on each side. */
    int context() {
        return Arrays.stream(layers).mapToInt(Layer::context).sum();
    }

    /**
     * @param cepstra shape {@code [n][23]}, their mean over some seconds taken off
     * @return shape {@code [n - context()][FRAME_SIZE]}
     */
    float[][] frames(float[][] cepstra) {
        float[][] values = cepstra;
        for (Layer layer : layers) {
            values = layer.apply(values);
        }
        return values;
    }

    /**
     * The vector of a stretch of speech.
     *
     * @param sum of the network's frames, shape {@code [FRAME_SIZE]}
     * @param squares sum of their squares
     * @param count number of frames, 1 or more
     * @return shape {@code [SIZE]}, of length 1
     */
    float[] vector(double[] sum, double[] squares, int count) {
        float[] out = Arrays.copyOf(pooledBias, SIZE);
        for (int i = 0; i < FRAME_SIZE; i++) {
            double average = sum[i] / count;
            double variance = Math.max(LEAST_VARIANCE, squares[i] / count - average * average);
            addScaled((float) average, pooled, i * SIZE, out);
            addScaled((float) Math.sqrt(variance), pooled, (FRAME_SIZE + i) * SIZE, out);
        }
        float[] vector = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            addScaled(out[i] - mean[i], transform, i * SIZE, vector);
        }
        double length = 0;
        for (float value : vector) {
            length += (double) value * value;
        }
        for (int i = 0; i < SIZE; i++) {
            vector[i] = (float) (vector[i] / Math.max(Math.sqrt(length), Float.MIN_NORMAL));
        }
        return vector;
    }

    private static void addScaled(float factor, float[] rows, int row, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * rows[row + i];
        }
    }
}
