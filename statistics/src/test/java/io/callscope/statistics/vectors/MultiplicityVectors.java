package io.callscope.statistics.vectors;

import static io.callscope.statistics.vectors.Inputs.unknown;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.statistics.multiplicity.Adjustment;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** How the cases of {@code multiplicity.json} ask for what the room {@code multiplicity} computes. */
final class MultiplicityVectors {
    private MultiplicityVectors() {}

    static Object figure(String method, String figure, JsonNode input) {
        return switch (method) {
            case "iut" -> Adjustment.ofAll(Inputs.gaps(input.path("component_p")));
            case "bh_holm_bonferroni", "bh_holm", "bh_with_missing" -> {
                if (!input.has("p_lists")) {
                    yield one(
                            figure,
                            Inputs.gaps(input.path("p")),
                            input.path("q").asDouble(0.05));
                }
                List<Object> all = new ArrayList<>();
                input.path("p_lists").forEach(list -> all.add(one(figure, Inputs.gaps(list), 0.05)));
                yield all;
            }
            default -> throw unknown(method, figure);
        };
    }

    private static Object one(String figure, List<OptionalDouble> p, double level) {
        if (figure.equals("m_used")) {
            return p.stream().filter(OptionalDouble::isPresent).count();
        }
        Adjustment adjustment = switch (figure.substring(0, figure.indexOf('_'))) {
            case "bh" -> Adjustment.BENJAMINI_HOCHBERG;
            case "by" -> Adjustment.BENJAMINI_YEKUTIELI;
            case "holm" -> Adjustment.HOLM;
            case "bonferroni" -> Adjustment.BONFERRONI;
            default -> throw unknown("adjustment", figure);
        };
        return figure.endsWith("_rejected")
                ? adjustment.rejected(
                        level,
                        p.stream().flatMapToDouble(OptionalDouble::stream).toArray())
                : adjustment.adjust(p);
    }
}
