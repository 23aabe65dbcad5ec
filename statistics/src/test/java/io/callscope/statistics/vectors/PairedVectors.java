package io.callscope.statistics.vectors;

import static io.callscope.statistics.vectors.Inputs.unknown;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.statistics.paired.McNemar;
import io.callscope.statistics.paired.NonInferiority;
import io.callscope.statistics.paired.PairedCounts;
import io.callscope.statistics.paired.PairedDifference;
import java.util.ArrayList;
import java.util.List;

/** How the cases of {@code paired.json} ask for what the room {@code paired} computes. */
final class PairedVectors {
    private PairedVectors() {}

    static Object figure(String method, String figure, JsonNode input) {
        return switch (method) {
            case "mcnemar", "paired_difference_ci" -> {
                if (!input.has("tables")) {
                    yield counts(figure, counts(input), Inputs.confidence(input));
                }
                List<Object> all = new ArrayList<>();
                input.path("tables").forEach(t -> {
                    long[] c = Inputs.longs(t);
                    all.add(counts(figure, new PairedCounts(c[0], c[1], c[2], c[3]), Inputs.confidence(input)));
                });
                yield all;
            }
            case "ni_machine" -> machine(figure, input);
            default -> throw unknown(method, figure);
        };
    }

    private static PairedCounts counts(JsonNode input) {
        long b = input.path("b").asLong();
        long c = input.path("c").asLong();
        long a = input.path("a").asLong();
        long rest = input.has("n")
                ? input.path("n").asLong() - a - b - c
                : input.path("d").asLong();
        return new PairedCounts(a, b, c, rest);
    }

    private static Object counts(String figure, PairedCounts counts, double confidence) {
        return switch (figure) {
            case "p_asym" -> McNemar.asymptotic(counts);
            case "p_cc" -> McNemar.continuityCorrected(counts);
            case "p_exact" -> McNemar.exact(counts);
            case "p_mid" -> McNemar.midP(counts);
            case "chi2" -> McNemar.chiSquare(counts);
            case "diff" -> PairedDifference.of(counts);
            case "tango" -> PairedDifference.tango(counts, confidence);
            case "newcombe_square_add" -> PairedDifference.newcombe(counts, confidence);
            case "wald" -> PairedDifference.wald(counts, confidence);
            default -> throw unknown("mcnemar", figure);
        };
    }

    private static Object machine(String figure, JsonNode input) {
        NonInferiority test = NonInferiority.of(
                Inputs.integers(input.path("llm")),
                Inputs.integers(input.path("h1")),
                Inputs.integers(input.path("h2")));
        double confidence = 1 - input.path("alpha").asDouble(0.05);
        return switch (figure) {
            case "a_mh" -> test.machineToPeople();
            case "a_hh" -> test.peopleToEachOther();
            case "diff" -> test.difference();
            case "se" -> test.standardError();
            case "lower" -> test.lower(confidence);
            case "noninferior" -> test.holds(input.path("delta").asDouble(), confidence);
            case "assessable" -> test.assessable();
            default -> throw unknown("ni_machine", figure);
        };
    }
}
