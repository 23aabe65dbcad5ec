package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.ScoredTotal;
import io.callscope.statistics.Interval;
import io.callscope.statistics.continuous.BlandAltman;
import io.callscope.statistics.continuous.Concordance;
import io.callscope.statistics.continuous.IntraclassCorrelation;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a scorecard, machine beside people, in points. Below two calls nothing is given.
 *
 * @param scorecard its id
 * @param calls with both totals
 * @param bias mean of machine − people
 * @param biasLow lower end of its interval at 95 %
 * @param biasHigh upper end
 * @param limitLow below it lie 2.5 % of the differences
 * @param limitHigh above it lie 2.5 %
 * @param icc ICC(2,1): absolute agreement; null when all totals are one
 * @param iccLow lower end at 95 %; null when the differences have no spread
 * @param iccHigh upper end; null with it
 * @param concordance Lin's; null when all totals are one
 * @param points one for each call
 */
public record TotalRow(
        String scorecard,
        int calls,
        @Nullable Double bias,
        @Nullable Double biasLow,
        @Nullable Double biasHigh,
        @Nullable Double limitLow,
        @Nullable Double limitHigh,
        @Nullable Double icc,
        @Nullable Double iccLow,
        @Nullable Double iccHigh,
        @Nullable Double concordance,
        List<Point> points) {
    private static final int FEWEST = 2;

    /**
     * One call.
     *
     * @param mean of both totals
     * @param difference machine − people
     */
    public record Point(double mean, double difference) {}

    static TotalRow of(String scorecard, List<ScoredTotal> totals) {
        double[] machine = totals.stream().mapToDouble(ScoredTotal::machine).toArray();
        double[] people = totals.stream().mapToDouble(ScoredTotal::people).toArray();
        List<Point> points = totals.stream()
                .map(total -> new Point((total.machine() + total.people()) / 2, total.machine() - total.people()))
                .toList();
        BlandAltman limits =
                BlandAltman.of(machine, people, BlandAltman.USUAL_REACH).orElse(null);
        if (limits == null || totals.size() < FEWEST) {
            return new TotalRow(scorecard, totals.size(), null, null, null, null, null, null, null, null, null, points);
        }
        IntraclassCorrelation icc = IntraclassCorrelation.of(totals.stream()
                .map(total -> new double[] {total.machine(), total.people()})
                .toArray(double[][]::new));
        Interval interval = icc.agreementInterval(Figure.CONFIDENCE).orElse(null);
        OptionalDouble agreement = icc.agreement();
        return new TotalRow(
                scorecard,
                totals.size(),
                limits.bias(),
                limits.biasInterval(Figure.CONFIDENCE).lower(),
                limits.biasInterval(Figure.CONFIDENCE).upper(),
                limits.limits().lower(),
                limits.limits().upper(),
                agreement.isPresent() ? agreement.getAsDouble() : null,
                interval == null ? null : interval.lower(),
                interval == null ? null : interval.upper(),
                Concordance.of(machine, people).map(Concordance::value).orElse(null),
                points);
    }
}
