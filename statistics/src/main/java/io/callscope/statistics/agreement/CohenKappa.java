package io.callscope.statistics.agreement;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Cohen's κ, plain or weighted: a note for experts, no ground for a decision, because the same agreement gives a high
 * or a low κ by how common the categories are. Stateless, thread-safe.
 *
 * @see <a href="https://doi.org/10.1037/h0026256">Cohen 1968</a>
 * @see <a href="https://doi.org/10.1037/h0028106">Fleiss, Cohen and Everitt 1969</a>, for both standard errors
 */
public final class CohenKappa {
    private CohenKappa() {}

    /** Plain κ. */
    public static Optional<Coefficient> of(AgreementTable table) {
        return of(table, Weights.none(table.categories()));
    }

    /** κ; empty without calls, and when both raters only ever used one and the same category (0/0). */
    public static Optional<Coefficient> of(AgreementTable table, Weights weights) {
        if (table.n() == 0) {
            return Optional.empty();
        }
        double observed = table.observed(weights);
        double expected = expected(table, weights);
        // compared with a hair's breadth, because shares that add up to 1 do so only nearly
        if (1 - expected < 1e-12) {
            return Optional.empty();
        }
        double kappa = (observed - expected) / (1 - expected);
        double sum = 0;
        for (int k = 0; k < table.categories(); k++) {
            for (int l = 0; l < table.categories(); l++) {
                double term =
                        weights.of(k, l) - (1 - kappa) * (rowMean(table, weights, k) + columnMean(table, weights, l));
                sum += table.share(k, l) * term * term;
            }
        }
        double middle = kappa - expected * (1 - kappa);
        return Optional.of(new Coefficient(
                kappa, root(sum - middle * middle, table.n(), expected), observed, expected, table.n()));
    }

    /** The standard error if the true κ were 0, for a test of that; empty when κ is. */
    public static OptionalDouble standardErrorOfChance(AgreementTable table, Weights weights) {
        Optional<Coefficient> kappa = of(table, weights);
        if (kappa.isEmpty()) {
            return OptionalDouble.empty();
        }
        double expected = kappa.get().expected();
        double sum = 0;
        for (int k = 0; k < table.categories(); k++) {
            for (int l = 0; l < table.categories(); l++) {
                double term = weights.of(k, l) - rowMean(table, weights, k) - columnMean(table, weights, l);
                sum += table.first(k) * table.second(l) * term * term;
            }
        }
        return OptionalDouble.of(root(sum - expected * expected, table.n(), expected));
    }

    private static double expected(AgreementTable table, Weights weights) {
        double sum = 0;
        for (int k = 0; k < table.categories(); k++) {
            sum += table.first(k) * rowMean(table, weights, k);
        }
        return sum;
    }

    /** w̄_k. = Σ_l w_kl p_.l */
    private static double rowMean(AgreementTable table, Weights weights, int k) {
        double sum = 0;
        for (int l = 0; l < table.categories(); l++) {
            sum += weights.of(k, l) * table.second(l);
        }
        return sum;
    }

    /** w̄_.l = Σ_k w_kl p_k. */
    private static double columnMean(AgreementTable table, Weights weights, int l) {
        double sum = 0;
        for (int k = 0; k < table.categories(); k++) {
            sum += weights.of(k, l) * table.first(k);
        }
        return sum;
    }

    /** A variance that rounding left a little below 0 is 0. */
    private static double root(double variance, double n, double expected) {
        return Math.sqrt(Math.max(variance, 0) / n) / (1 - expected);
    }
}
