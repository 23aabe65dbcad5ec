package io.callscope.statistics.vectors;

import static io.callscope.statistics.vectors.Inputs.unknown;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.statistics.BinaryCounts;
import io.callscope.statistics.decision.Colleague;
import io.callscope.statistics.decision.DecisionLimits;
import io.callscope.statistics.decision.DecisionRule;
import io.callscope.statistics.decision.Evidence;
import io.callscope.statistics.decision.Reason;
import io.callscope.statistics.decision.Standing;
import io.callscope.statistics.decision.Verdict;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How the cases of {@code decision.json} ask for what the room {@code decision} decides. */
final class DecisionVectors {
    private DecisionVectors() {}

    static Object figure(String method, String figure, JsonNode input) {
        if (!method.equals("item_decision")) {
            throw unknown(method, figure);
        }
        Verdict verdict = new DecisionRule(limits(input.path("par"))).decide(evidence(input));
        return switch (figure) {
            case "decision" ->
                switch (verdict.decision()) {
                    case AUTOMATE -> "automate";
                    case ASSIST -> "assist";
                    case KEEP_MANUAL -> "manual";
                };
            case "reason" ->
                verdict.reasons().isEmpty()
                        ? "passed"
                        : verdict.reasons().stream().map(DecisionVectors::word).collect(Collectors.joining("+"));
            case "LA" -> verdict.figures().agreement().lower();
            case "LR" -> verdict.figures().recall().lower();
            case "LJ" -> verdict.figures().youdenLower();
            default -> throw unknown(method, figure);
        };
    }

    private static DecisionLimits limits(JsonNode own) {
        own.fieldNames().forEachRemaining(name -> {
            if (!name.equals("r_fail")) {
                throw unknown("item_decision", "par." + name);
            }
        });
        return own.has("r_fail")
                ? DecisionLimits.USUAL.withRecall(own.path("r_fail").asDouble())
                : DecisionLimits.USUAL;
    }

    private static Evidence evidence(JsonNode input) {
        BinaryCounts counts = new BinaryCounts(
                input.path("tp").asLong(),
                input.path("fp").asLong(),
                input.path("fn").asLong(),
                input.path("tn").asLong());
        OptionalDouble lower = input.path("ni_lower").isNumber()
                ? OptionalDouble.of(input.path("ni_lower").asDouble())
                : OptionalDouble.empty();
        return new Evidence(
                Evidence.Shares.of(counts, input.path("deff").asDouble(1)),
                new Colleague(
                        input.path("n_double").asInt(),
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        lower,
                        OptionalDouble.empty()),
                new Standing(
                        false,
                        input.path("version_ok").asBoolean(true),
                        input.path("drift").asBoolean(false),
                        Integer.MAX_VALUE));
    }

    private static String word(Reason reason) {
        return switch (reason) {
            case VERSION_CHANGED, DRIFT, TOO_FEW_RECENT_REVIEWS -> "revalidate";
            case TOO_FEW_REVIEWS -> "too_few_reviews";
            case TOO_FEW_FAILURES -> "too_few_failures";
            case NO_BETTER_THAN_ALWAYS_PASS -> "no_better_than_chance";
            case LOW_AGREEMENT -> "agreement";
            case MISSES_FAILURES, TOO_FEW_FAILURES_TO_AUTOMATE -> "recall_fail";
            case NO_HUMAN_BENCHMARK, BENCHMARK_WITHOUT_SPREAD -> "no_human_benchmark";
            case WORSE_THAN_COLLEAGUE -> "worse_than_humans";
            case PEOPLE_ONLY, PEOPLE_DISAGREE, NOT_AFTER_OTHER_ITEMS -> reason.name();
        };
    }
}
