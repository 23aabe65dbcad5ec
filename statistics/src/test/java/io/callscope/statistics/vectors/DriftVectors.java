package io.callscope.statistics.vectors;

import static io.callscope.statistics.vectors.Inputs.unknown;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.statistics.drift.BernoulliCusum;
import io.callscope.statistics.drift.ConfidenceSequence;
import io.callscope.statistics.drift.Cusum;
import io.callscope.statistics.drift.Ewma;
import io.callscope.statistics.drift.PChart;
import io.callscope.statistics.drift.PopulationStability;
import io.callscope.statistics.paired.IndependentDifference;
import java.util.Arrays;

/** How the cases of {@code drift.json} ask for what the room {@code drift} computes. */
final class DriftVectors {
    private DriftVectors() {}

    static Object figure(String method, String figure, JsonNode input) {
        return switch (method) {
            case "p_chart" -> chart(figure, input);
            case "ewma" -> ewma(figure, input);
            case "cusum" -> cusum(figure, input);
            case "bernoulli_cusum" ->
                new BernoulliCusum(input.path("p0").asDouble(), input.path("p1").asDouble())
                        .path(Inputs.answers(input.path("x")));
            case "beta_binomial_cs" -> {
                ConfidenceSequence sequence = new ConfidenceSequence(
                        input.path("S").asLong(),
                        input.path("t").asLong(),
                        input.path("a").asDouble(),
                        input.path("b").asDouble());
                yield figure.equals("cs")
                        ? sequence.interval(1 - input.path("alpha").asDouble())
                        : sequence.logEvidenceAgainst(Double.parseDouble(figure.replace("log_e_at_", "")));
            }
            case "two_proportions" -> {
                IndependentDifference difference = new IndependentDifference(
                        input.path("x_before").asLong(),
                        input.path("n_before").asLong(),
                        input.path("x_after").asLong(),
                        input.path("n_after").asLong());
                yield switch (figure) {
                    case "diff_before_minus_after" -> difference.difference();
                    case "newcombe" -> difference.newcombe(0.95);
                    case "fisher_p_two_sided" -> difference.fisherP();
                    default -> throw unknown(method, figure);
                };
            }
            case "psi" ->
                PopulationStability.of(
                        Inputs.longs(input.path("baseline")),
                        Inputs.longs(input.path("current")),
                        input.path("eps").asDouble());
            default -> throw unknown(method, figure);
        };
    }

    private static Object chart(String figure, JsonNode input) {
        PChart chart = PChart.of(
                Inputs.longs(input.path("counts")),
                input.path("n").asLong(),
                input.path("k").asDouble());
        return switch (figure) {
            case "p_bar" -> chart.mean();
            case "ucl" -> chart.limits(0).upper();
            case "lcl" -> chart.limits(0).lower();
            case "out_of_control_samples" ->
                Arrays.stream(chart.outside()).map(i -> i + 1).toArray();
            default -> throw unknown("p_chart", figure);
        };
    }

    private static Object ewma(String figure, JsonNode input) {
        Ewma ewma = new Ewma(
                input.path("lam").asDouble(),
                input.path("target").asDouble(),
                input.path("s").asDouble(),
                input.path("k").asDouble());
        double[] values = Inputs.numbers(input.path("x"));
        return switch (figure) {
            case "z" -> ewma.path(values);
            case "z_last_published" -> ewma.path(values)[values.length - 1];
            case "ucl_asymptotic" -> ewma.limits().upper();
            case "lcl_asymptotic" -> ewma.limits().lower();
            case "signal" -> ewma.signals(values);
            default -> throw unknown("ewma", figure);
        };
    }

    private static Object cusum(String figure, JsonNode input) {
        double[] path = Cusum.rising(
                input.path("target").asDouble(), input.path("k").asDouble(), Inputs.numbers(input.path("x")));
        return switch (figure) {
            case "s_hi" -> path;
            case "first_signal_index" ->
                1 + new Cusum(input.path("h").asDouble()).firstSignal(path).orElseThrow();
            default -> path[Integer.parseInt(figure.replaceAll("s_hi_(\\d+)_published", "$1")) - 1];
        };
    }
}
