package io.callscope.analytics.accuracy.report;

import io.callscope.analytics.accuracy.CheckedCall;
import io.callscope.analytics.accuracy.Label;
import io.callscope.statistics.agreement.AgreementTable;
import io.callscope.statistics.agreement.BinaryAgreement;
import io.callscope.statistics.agreement.Coefficient;
import io.callscope.statistics.agreement.CohenKappa;
import io.callscope.statistics.agreement.GwetAgreement;
import io.callscope.statistics.agreement.KrippendorffAlpha;
import io.callscope.statistics.calibration.CalibrationTable;
import io.callscope.statistics.calibration.Forecasts;
import io.callscope.statistics.paired.PairedCounts;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a statistician asks for. None of it decides anything.
 *
 * @param both calls that both mark
 * @param onlyMachine calls that only the machine marks
 * @param onlyPeople calls that only people mark
 * @param neither calls that neither marks
 * @param kappa Cohen's κ; null when it is undefined
 * @param ac1 Gwet's AC1; null when it is undefined
 * @param alpha Krippendorff's α, nominal; null when it is undefined
 * @param onMarked agreement on "marked", which is the machine's F1; null when nobody marks a call
 * @param onClear agreement on "clear"; null when nobody leaves a call clear
 * @param prevalence (both − neither)/n; null without calls
 * @param mcNemar two-sided mid-p; null without calls
 * @param calibration what the machine stated against what people said, by rising probability; empty without
 *     probabilities
 * @param brier mean squared error of the probabilities; null without
 */
public record Expert(
        long both,
        long onlyMachine,
        long onlyPeople,
        long neither,
        @Nullable Chance kappa,
        @Nullable Chance ac1,
        @Nullable Double alpha,
        @Nullable Double onMarked,
        @Nullable Double onClear,
        @Nullable Double prevalence,
        @Nullable Double mcNemar,
        List<Bin> calibration,
        @Nullable Double brier) {
    private static final int BINS = 5;
    private static final int FEWEST_FORECASTS = 50;

    /**
     * Agreement beyond chance.
     *
     * @param low lower end at 95 %; null when the error is 0, which is an artefact of perfect agreement
     * @param high upper end; null with it
     */
    public record Chance(
            double value, @Nullable Double low, @Nullable Double high) {
        static @Nullable Chance of(@Nullable Coefficient coefficient) {
            if (coefficient == null) {
                return null;
            }
            boolean spread = coefficient.standardError() > 0;
            return new Chance(
                    coefficient.value(),
                    spread ? coefficient.interval(Figure.CONFIDENCE).lower() : null,
                    spread ? coefficient.interval(Figure.CONFIDENCE).upper() : null);
        }
    }

    /**
     * Calls with about the same probability.
     *
     * @param calls how many
     * @param stated mean probability that the machine stated
     * @param marked share that people marked
     * @param low lower end of its interval at 95 %
     * @param high upper end
     */
    public record Bin(int calls, double stated, double marked, double low, double high) {
        static Bin of(CalibrationTable.Bin bin) {
            return new Bin(
                    bin.n(),
                    bin.stated(),
                    bin.share(),
                    bin.interval(Figure.CONFIDENCE).lower(),
                    bin.interval(Figure.CONFIDENCE).upper());
        }
    }

    static Expert of(List<CheckedCall> comparable, Strictness strictness) {
        PairedCounts counts = Strictness.counts(comparable);
        AgreementTable table = new AgreementTable(
                new double[][] {{counts.both(), counts.onlyFirst()}, {counts.onlySecond(), counts.neither()}});
        BinaryAgreement binary = BinaryAgreement.of(table);
        Forecasts forecasts = forecasts(comparable);
        boolean stated = forecasts.size() >= FEWEST_FORECASTS;
        return new Expert(
                counts.both(),
                counts.onlyFirst(),
                counts.onlySecond(),
                counts.neither(),
                comparable.isEmpty() ? null : Chance.of(CohenKappa.of(table).orElse(null)),
                comparable.isEmpty() ? null : Chance.of(GwetAgreement.of(table).orElse(null)),
                value(KrippendorffAlpha.of(units(comparable), KrippendorffAlpha.Scale.NOMINAL)),
                value(binary.onFirst()),
                value(binary.onSecond()),
                value(binary.prevalenceIndex()),
                strictness.p(),
                stated
                        ? CalibrationTable.ofEqualCount(forecasts, BINS).bins().stream()
                                .map(Bin::of)
                                .toList()
                        : List.of(),
                stated ? value(forecasts.brier()) : null);
    }

    private static List<List<Double>> units(List<CheckedCall> calls) {
        return calls.stream()
                .map(call -> List.of(number(call.machine()), number(call.people())))
                .toList();
    }

    private static Double number(@Nullable Label label) {
        return label == Label.MARKED ? 1.0 : 0.0;
    }

    private static Forecasts forecasts(List<CheckedCall> calls) {
        List<CheckedCall> stated =
                calls.stream().filter(call -> call.probability() != null).toList();
        boolean[] outcomes = new boolean[stated.size()];
        double[] probabilities = new double[stated.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = stated.get(i).people() == Label.MARKED;
            probabilities[i] = Objects.requireNonNull(stated.get(i).probability());
        }
        return new Forecasts(outcomes, probabilities);
    }

    private static @Nullable Double value(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
