package io.callscope.statistics.vectors;

import static io.callscope.statistics.vectors.Inputs.unknown;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.statistics.Interval;
import io.callscope.statistics.Wilson;
import io.callscope.statistics.agreement.AgreementTable;
import io.callscope.statistics.agreement.Coefficient;
import io.callscope.statistics.agreement.CohenKappa;
import io.callscope.statistics.intervals.ClusteredShare;
import io.callscope.statistics.intervals.Exact;
import io.callscope.statistics.intervals.Jackknife;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** How the cases of {@code intervals.json} ask for what the room {@code intervals} computes. */
final class IntervalVectors {
    private IntervalVectors() {}

    static Object figure(String method, String figure, JsonNode input) {
        return switch (method) {
            case "wilson", "wilson_clopper", "wilson_clopper_jeffreys", "wilson_one_sided" -> share(figure, input);
            case "wilson_effective" -> {
                Interval interval = Wilson.interval(
                        input.path("p").asDouble(), input.path("n_eff").asDouble(), Inputs.confidence(input));
                yield end(figure, interval);
            }
            case "cluster_mean" -> cluster(figure, input);
            case "jackknife_cluster" -> jackknife(figure, input);
            default -> throw unknown(method, figure);
        };
    }

    private static Object share(String figure, JsonNode input) {
        long x = input.path("x").asLong();
        long n = input.path("n").asLong();
        double share = n == 0 ? 0 : (double) x / n;
        double confidence = Inputs.confidence(input);
        return switch (figure) {
            case "wilson" -> Wilson.interval(share, n, confidence);
            case "clopper_pearson" -> Exact.clopperPearson(x, n, confidence);
            case "jeffreys" -> Exact.jeffreys(x, n, confidence);
            case "lower" -> Wilson.lower(share, n, confidence);
            case "one_sided_exact_lower95" -> Exact.lower(x, n, 0.95);
            default -> end(figure, Wilson.interval(share, n, confidence));
        };
    }

    private static double end(String figure, Interval interval) {
        return switch (figure) {
            case "lo" -> interval.lower();
            case "hi" -> interval.upper();
            default -> throw unknown("interval", figure);
        };
    }

    private static Object cluster(String figure, JsonNode input) {
        ClusteredShare share = ClusteredShare.of(Inputs.answers(input.path("x")), Inputs.texts(input.path("cluster")));
        return switch (figure) {
            case "mean" -> share.share();
            case "se_cluster" -> share.standardError();
            case "se_srs" -> share.independentStandardError();
            case "deff" -> share.designEffect();
            case "n_eff" -> share.effectiveSize();
            case "clusters" -> share.clusters();
            default -> throw unknown("cluster_mean", figure);
        };
    }

    private static OptionalDouble jackknife(String figure, JsonNode input) {
        List<Integer> a = Inputs.integers(input.path("a"));
        List<Integer> b = Inputs.integers(input.path("b"));
        return switch (figure) {
            case "kappa" -> kappa(CohenKappa.of(AgreementTable.of(a, b, 2)));
            case "se" ->
                Jackknife.standardError(
                        Inputs.texts(input.path("cluster")),
                        rest -> kappa(CohenKappa.of(AgreementTable.of(at(a, rest), at(b, rest), 2))));
            default -> throw unknown("jackknife_cluster", figure);
        };
    }

    private static List<Integer> at(List<Integer> values, int[] places) {
        return Arrays.stream(places).mapToObj(values::get).toList();
    }

    private static OptionalDouble kappa(Optional<Coefficient> kappa) {
        return kappa.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(kappa.get().value());
    }
}
