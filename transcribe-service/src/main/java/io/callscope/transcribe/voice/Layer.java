package io.callscope.transcribe.voice;

import java.io.IOException;
import java.util.Arrays;

/**
 * One layer that looks at some frames around each: affine, rectified, normalised by the mean and variance it had in
 * training. Immutable; computing is thread-safe.
 */
final class Layer {
    private static final double EPSILON = 0.001;

    private final int[] offsets;
    private final int width;
    private final int outputs;
    /** Shape {@code [inputs][outputs]}, so that the innermost loop runs over neighbours in memory. */
    private final float[] weights;

    private final float[] bias;
    private final float[] mean;
    private final float[] scale;

    private Layer(int[] offsets, int width, int outputs, float[] weights, float[] bias, float[] mean, float[] scale) {
        this.offsets = offsets;
        this.width = width;
        this.outputs = outputs;
        this.weights = weights;
        this.bias = bias;
        this.mean = mean;
        this.scale = scale;
    }

    /**
     * @param width numbers of one input frame
     * @param offsets which frames are looked at, in ascending order
     */
    static Layer read(NnetFile file, String name, int width, int outputs, int... offsets) throws IOException {
        int inputs = width * offsets.length;
        float[] rows = file.matrix(name + ".affine", "<LinearParams>", outputs, inputs);
        float[] scale = file.vector(name + ".batchnorm", "<StatsVar>", outputs);
        for (int i = 0; i < outputs; i++) {
            scale[i] = (float) (1 / Math.sqrt(scale[i] + EPSILON));
        }
        return new Layer(
                offsets,
                width,
                outputs,
                transposed(rows, outputs, inputs),
                file.vector(name + ".affine", "<BiasParams>", outputs),
                file.vector(name + ".batchnorm", "<StatsMean>", outputs),
                scale);
    }

    static float[] transposed(float[] rows, int outputs, int inputs) {
        float[] turned = new float[rows.length];
        for (int out = 0; out < outputs; out++) {
            for (int in = 0; in < inputs; in++) {
                turned[in * outputs + out] = rows[out * inputs + in];
            }
        }
        return turned;
    }

    /** How many frames fewer come out than go in. */
    int context() {
        return offsets[offsets.length - 1] - offsets[0];
    }

    /**
     * @param frames shape {@code [n][width]}
     * @return shape {@code [n - context()][outputs]}
     */
    float[][] apply(float[][] frames) {
        int first = -offsets[0];
        float[][] out = new float[frames.length - context()][];
        for (int t = 0; t < out.length; t++) {
            out[t] = Arrays.copyOf(bias, outputs);
        }
        for (int place = 0; place < offsets.length; place++) {
            for (int in = 0; in < width; in++) {
                int row = (place * width + in) * outputs;
                for (int t = 0; t < out.length; t++) {
                    addScaled(frames[t + first + offsets[place]][in], row, out[t]);
                }
            }
        }
        for (float[] frame : out) {
            for (int i = 0; i < outputs; i++) {
                frame[i] = (Math.max(0, frame[i]) - mean[i]) * scale[i];
            }
        }
        return out;
    }

    /** The compiler turns this loop into vector instructions. */
    private void addScaled(float factor, int row, float[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * weights[row + i];
        }
    }
}
