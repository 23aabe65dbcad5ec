package io.callscope.statistics.agreement;

import java.util.OptionalDouble;

/**
 * What lies behind the agreement on a yes-or-no question. Every figure is empty when its denominator is 0. Immutable.
 *
 * @param bothFirst both answer the first category (a)
 * @param onlyFirst the first rater answers the first category, the other the second (b)
 * @param onlySecond the reverse (c)
 * @param bothSecond both answer the second category (d)
 * @see <a href="https://doi.org/10.1016/0895-4356(93)90018-V">Byrt, Bishop and Carlin 1993</a>, for the indices
 * @see <a href="https://doi.org/10.1016/0895-4356(90)90159-M">Cicchetti and Feinstein 1990</a>, for the two agreements
 */
public record BinaryAgreement(double bothFirst, double onlyFirst, double onlySecond, double bothSecond) {
    public BinaryAgreement {
        if (!(bothFirst >= 0 && onlyFirst >= 0 && onlySecond >= 0 && bothSecond >= 0)) {
            throw new IllegalArgumentException("counts %s, %s, %s, %s: expected none negative"
                    .formatted(bothFirst, onlyFirst, onlySecond, bothSecond));
        }
    }

    public static BinaryAgreement of(AgreementTable table) {
        if (table.categories() != 2) {
            throw new IllegalArgumentException("%d categories: expected 2".formatted(table.categories()));
        }
        return new BinaryAgreement(table.count(0, 0), table.count(0, 1), table.count(1, 0), table.count(1, 1));
    }

    /** κ adjusted for prevalence and bias: 2p_o − 1. */
    public OptionalDouble pabak() {
        return ratio(bothFirst + bothSecond - onlyFirst - onlySecond, n());
    }

    /** (a − d)/n: how unevenly the two answers are spread. */
    public OptionalDouble prevalenceIndex() {
        return ratio(bothFirst - bothSecond, n());
    }

    /** (b − c)/n: how much more often the first rater gives the first answer. */
    public OptionalDouble biasIndex() {
        return ratio(onlyFirst - onlySecond, n());
    }

    /** 2a/(2a + b + c): agreement on the first answer. For the answer "failed" it is the machine's F1. */
    public OptionalDouble onFirst() {
        return ratio(2 * bothFirst, 2 * bothFirst + onlyFirst + onlySecond);
    }

    /** 2d/(2d + b + c): agreement on the second answer. */
    public OptionalDouble onSecond() {
        return ratio(2 * bothSecond, 2 * bothSecond + onlyFirst + onlySecond);
    }

    private double n() {
        return bothFirst + onlyFirst + onlySecond + bothSecond;
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
