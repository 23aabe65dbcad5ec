package io.callscope.statistics.agreement;

import java.util.Optional;

/**
 * Gwet's AC1 (plain) and AC2 (weighted) of two raters. High agreement on a rare failure gives a high AC1 even when
 * neither rater ever confirms the other's failures, so it grounds no decision either. Stateless, thread-safe.
 *
 * @see <a href="https://doi.org/10.1348/000711006X126600">Gwet 2008</a>
 */
public final class GwetAgreement {
    private GwetAgreement() {}

    /** AC1. */
    public static Optional<Coefficient> of(AgreementTable table) {
        return of(table, Weights.none(table.categories()));
    }

    /** AC1 or AC2; empty without calls or with a single category. */
    public static Optional<Coefficient> of(AgreementTable table, Weights weights) {
        int q = table.categories();
        if (table.n() == 0 || q < 2) {
            return Optional.empty();
        }
        double observed = table.observed(weights);
        double spread = weights.total() / (q * (q - 1.0));
        double expected = 0;
        for (int k = 0; k < q; k++) {
            expected += spread * mean(table, k) * (1 - mean(table, k));
        }
        double ac = (observed - expected) / (1 - expected);
        double sum = 0;
        for (int k = 0; k < q; k++) {
            for (int l = 0; l < q; l++) {
                double term = weights.of(k, l) - 2 * (1 - ac) * spread * (1 - (mean(table, k) + mean(table, l)) / 2);
                sum += table.share(k, l) * term * term;
            }
        }
        double middle = observed - 2 * (1 - ac) * expected;
        double variance = Math.max(sum - middle * middle, 0) / table.n();
        return Optional.of(new Coefficient(ac, Math.sqrt(variance) / (1 - expected), observed, expected, table.n()));
    }

    private static double mean(AgreementTable table, int k) {
        return (table.first(k) + table.second(k)) / 2;
    }
}
