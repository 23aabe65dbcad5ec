package io.callscope.transcribe.voice;

/** The power spectrum of a short real signal: the radix-2 transform of Cooley and Tukey (1965). Used by one thread. */
final class Fft {
    private final int size;
    private final double[] cosine;
    private final double[] sine;
    private final double[] real;
    private final double[] imaginary;

    /**
     * @param size a power of two
     */
    Fft(int size) {
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("transform over %d samples: expected a power of two".formatted(size));
        }
        this.size = size;
        cosine = new double[size / 2];
        sine = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cosine[i] = Math.cos(2 * Math.PI * i / size);
            sine[i] = -Math.sin(2 * Math.PI * i / size);
        }
        real = new double[size];
        imaginary = new double[size];
    }

    /**
     * @param signal at most {@code size} samples; what is missing counts as 0
     * @param power shape {@code [size / 2]}: overwritten with the squared magnitude of each frequency from 0 up
     */
    void power(double[] signal, double[] power) {
        int bits = Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            int source = Integer.reverse(i) >>> (32 - bits);
            real[i] = source < signal.length ? signal[source] : 0;
            imaginary[i] = 0;
        }
        for (int half = 1; half < size; half *= 2) {
            int step = size / (2 * half);
            for (int block = 0; block < size; block += 2 * half) {
                for (int i = 0; i < half; i++) {
                    butterfly(block + i, block + i + half, i * step);
                }
            }
        }
        for (int i = 0; i < power.length; i++) {
            power[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
        }
    }

    private void butterfly(int upper, int lower, int turn) {
        double re = real[lower] * cosine[turn] - imaginary[lower] * sine[turn];
        double im = real[lower] * sine[turn] + imaginary[lower] * cosine[turn];
        real[lower] = real[upper] - re;
        imaginary[lower] = imaginary[upper] - im;
        real[upper] += re;
        imaginary[upper] += im;
    }
}
