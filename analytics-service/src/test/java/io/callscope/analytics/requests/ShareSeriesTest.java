package io.callscope.analytics.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.callscope.analytics.repeats.report.Change.Verdict;
import io.callscope.analytics.requests.ShareSeries.Shifted;
import io.callscope.statistics.paired.QuasiBinomialDifference;
import io.callscope.statistics.paired.QuasiBinomialDifference.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareSeriesTest {
    private static List<Sample> weeks(long size, long... counts) {
        return Arrays.stream(counts).mapToObj(count -> new Sample(count, size)).toList();
    }

    private static ShareSeries series(long now, long... before) {
        return new ShareSeries(weeks(1000, before), weeks(1000, now));
    }

    @Test
    void aClearRiseAmongCalmOnesIsMoreAndAFallIsLess() {
        // When
        List<Shifted> shifted = ShareSeries.compared(List.of(
                series(180, 100, 95, 105, 98, 102, 99),
                series(101, 100, 95, 105, 98, 102, 99),
                series(40, 100, 95, 105, 98, 102, 99)));

        // Then
        assertThat(shifted)
                .extracting(one -> one.shift().verdict())
                .containsExactly(Verdict.MORE, Verdict.NOISE, Verdict.LESS);
        assertThat(shifted.get(0).shift().low()).isPositive();
        assertThat(shifted.get(0).share().share()).isEqualTo(0.18);
        assertThat(shifted.get(0).shift().previous().count()).isEqualTo(599);
    }

    @Test
    void theSameRiseIsWithinChanceWhereWeeksSwing() {
        Shifted shifted = ShareSeries.compared(List.of(series(180, 40, 160, 60, 150, 70, 119)))
                .get(0);

        assertThat(shifted.shift().verdict()).isEqualTo(Verdict.NOISE);
        assertThat(shifted.shift().dispersion()).isGreaterThan(10);
    }

    @Test
    void thePIsAdjustedForAllThatAreCompared() {
        // Given
        ShareSeries rising = series(135, 100, 95, 105, 98, 102, 99);
        double p = QuasiBinomialDifference.between(rising.before(), rising.now())
                .orElseThrow()
                .p();
        List<ShareSeries> family = new ArrayList<>(Collections.nCopies(19, series(100, 100, 95, 105, 98, 102, 100)));
        family.add(rising);

        // When
        Shifted alone = ShareSeries.compared(List.of(rising)).get(0);
        Shifted among = ShareSeries.compared(family).get(19);

        // Then: Benjamini and Hochberg: the smallest of m is m times as large
        assertThat(alone.shift().p()).isCloseTo(p, within(1e-12));
        assertThat(among.shift().p()).isCloseTo(20 * p, within(1e-12));
        assertThat(alone.shift().verdict()).isEqualTo(Verdict.MORE);
        assertThat(among.shift().verdict()).isEqualTo(Verdict.NOISE);
    }

    @Test
    void tooLittleIsNotCompared() {
        // fewer than four weeks; weeks without calls are none
        assertThat(verdict(series(180, 100, 95, 105))).isEqualTo(Verdict.TOO_FEW);
        assertThat(verdict(new ShareSeries(weeks(0, 0, 0, 0, 0), weeks(1000, 100))))
                .isEqualTo(Verdict.TOO_FEW);
        // fewer than thirty calls now
        assertThat(verdict(new ShareSeries(weeks(1000, 100, 100, 100, 100), weeks(29, 20))))
                .isEqualTo(Verdict.TOO_FEW);
        // fewer than five expected
        assertThat(verdict(series(3, 1, 2, 0, 1, 2))).isEqualTo(Verdict.TOO_FEW);
        assertThat(verdict(new ShareSeries(List.of(), List.of()))).isEqualTo(Verdict.TOO_FEW);
    }

    private static Verdict verdict(ShareSeries series) {
        return ShareSeries.compared(List.of(series)).get(0).shift().verdict();
    }
}
