package io.callscope.statistics.vectors;

import static io.callscope.statistics.vectors.Inputs.unknown;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.statistics.humans.AgreementCeiling;
import io.callscope.statistics.humans.DoubleScoring;

/** How the cases of {@code human_error.json} ask for what the room {@code humans} computes. */
final class HumanErrorVectors {
    private HumanErrorVectors() {}

    static Object figure(String method, String figure, JsonNode input) {
        return switch (method) {
            case "agreement_ceiling" -> {
                AgreementCeiling ceiling =
                        new AgreementCeiling(input.path("a_hh").asDouble());
                yield switch (figure) {
                    case "human_error" -> ceiling.humanError();
                    case "max_observable_agreement" -> ceiling.highestAgreement();
                    case "implied_llm_accuracy" ->
                        ceiling.impliedAccuracy(input.path("a_mh_observed").asDouble());
                    default -> throw unknown(method, figure);
                };
            }
            case "ni_n_from_errors" -> {
                DoubleScoring scoring = new DoubleScoring(
                        input.path("e_human").asDouble(), input.path("e_llm").asDouble());
                yield switch (figure) {
                    case "mean_d" -> scoring.meanDifference();
                    case "sigma_d" -> scoring.deviation();
                    case "n" ->
                        scoring.calls(
                                input.path("delta").asDouble(),
                                input.path("alpha").asDouble(),
                                input.path("power").asDouble());
                    default -> throw unknown(method, figure);
                };
            }
            default -> throw unknown(method, figure);
        };
    }
}
