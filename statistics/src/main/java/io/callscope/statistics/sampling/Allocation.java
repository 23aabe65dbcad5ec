package io.callscope.statistics.sampling;

import java.util.Arrays;

/**
 * How many calls of each stratum to draw so that the error becomes smallest: n·N_hS_h/ΣN_hS_h. Stateless, thread-safe.
 *
 * @see <a href="https://doi.org/10.2307/2342192">Neyman 1934</a>
 */
public final class Allocation {
    private Allocation() {}

    /**
     * The deviation to plan with for a stratum in which {@code errors} of {@code reviewed} calls were wrong:
     * √(p̃(1−p̃)), p̃ = (x+1)/(n+2), so that a stratum without errors so far keeps a sample.
     */
    public static double deviation(long errors, long reviewed) {
        if (errors < 0 || errors > reviewed) {
            throw new IllegalArgumentException(
                    "%d errors of %d: expected no more errors than reviews".formatted(errors, reviewed));
        }
        double p = (errors + 1.0) / (reviewed + 2);
        return Math.sqrt(p * (1 - p));
    }

    /** Real numbers that add up to n; by size alone when no stratum varies. A stratum may get more than it has. */
    public static double[] neyman(long[] sizes, double[] deviations, long n) {
        double[] products = products(sizes, deviations);
        double sum = Arrays.stream(products).sum();
        return Arrays.stream(products).map(p -> sum == 0 ? 0 : n * p / sum).toArray();
    }

    /**
     * Whole numbers that add up to n, each between {@code fewest} (or the stratum's size if that is less) and the size;
     * what is cut off or added there is spread over the others, the last ones by the largest remainder.
     *
     * @throws IllegalArgumentException when n calls cannot be drawn so
     */
    public static long[] whole(long[] sizes, double[] deviations, long n, long fewest) {
        double[] products = products(sizes, deviations);
        long most = Arrays.stream(sizes).sum();
        long least = Arrays.stream(sizes).map(size -> Math.min(size, fewest)).sum();
        if (n < least || n > most) {
            throw new IllegalArgumentException("%d calls to draw: expected %d to %d with at least %d of each stratum"
                    .formatted(n, least, most, fewest));
        }
        double[] real = bounded(sizes, products, n, fewest);
        long[] whole =
                Arrays.stream(real).mapToLong(x -> (long) Math.floor(x + 1e-9)).toArray();
        for (long left = n - Arrays.stream(whole).sum(); left > 0; left--) {
            int next = -1;
            for (int h = 0; h < whole.length; h++) {
                if (whole[h] < sizes[h] && (next < 0 || real[h] - whole[h] > real[next] - whole[next])) {
                    next = h;
                }
            }
            whole[next]++;
        }
        return whole;
    }

    /** Shares what is left by the products, fixing strata that leave their bounds, until none does. */
    private static double[] bounded(long[] sizes, double[] products, long n, long fewest) {
        double[] real = new double[sizes.length];
        boolean[] fixed = new boolean[sizes.length];
        boolean changed = true;
        while (changed) {
            changed = false;
            double left = n;
            double sum = 0;
            for (int h = 0; h < sizes.length; h++) {
                left -= fixed[h] ? real[h] : 0;
                sum += fixed[h] ? 0 : products[h];
            }
            double over = 0;
            double under = 0;
            for (int h = 0; h < sizes.length; h++) {
                if (!fixed[h]) {
                    real[h] = sum == 0 ? 0 : left * products[h] / sum;
                    over += Math.max(real[h] - sizes[h], 0);
                    under += Math.max(Math.min(sizes[h], fewest) - real[h], 0);
                }
            }
            for (int h = 0; h < sizes.length; h++) {
                // of both kinds of breach the larger is mended first, or the rest would be shared wrongly
                boolean high = over >= under && real[h] > sizes[h];
                boolean low = over <= under && real[h] < Math.min(sizes[h], fewest);
                if (!fixed[h] && (high || low)) {
                    real[h] = high ? sizes[h] : Math.min(sizes[h], fewest);
                    fixed[h] = true;
                    changed = true;
                }
            }
        }
        return real;
    }

    private static double[] products(long[] sizes, double[] deviations) {
        if (sizes.length != deviations.length || sizes.length == 0) {
            throw new IllegalArgumentException("%d sizes and %d deviations: expected as many, one or more"
                    .formatted(sizes.length, deviations.length));
        }
        double[] products = new double[sizes.length];
        for (int h = 0; h < sizes.length; h++) {
            if (sizes[h] < 0 || !(deviations[h] >= 0)) {
                throw new IllegalArgumentException("stratum of %d calls with deviation %s: expected none negative"
                        .formatted(sizes[h], deviations[h]));
            }
            products[h] = sizes[h] * deviations[h];
        }
        if (Arrays.stream(products).sum() == 0) {
            return Arrays.stream(sizes).asDoubleStream().toArray();
        }
        return products;
    }
}
