package io.callscope.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.model.analysis.Force;
import io.callscope.model.analysis.Polarity;
import io.callscope.statistics.BinaryCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scores what the services stored, after recognition and all: micro-F1 over the pairs of call and force, a pair being
 * positive when the call has one barrier to the force or more. A call that is missing or failed has none. Stateless.
 */
public final class GroundTruthScore implements DemoScore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PARTS = List.of("transcripts", "spoken");

    @Override
    public Map<String, Double> microF1(Map<String, JsonNode> calls, Path demoFolder) throws IOException {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (String part : PARTS) {
            Path truth = demoFolder.resolve(part).resolve("truth.jsonl");
            if (Files.exists(truth)) {
                counts(truth, calls).f1().ifPresent(f1 -> scores.put(part, Math.round(f1 * 1000) / 1000.0));
            }
        }
        return scores;
    }

    private static BinaryCounts counts(Path truth, Map<String, JsonNode> calls) throws IOException {
        List<String> lines;
        try (Stream<String> all = Files.lines(truth)) {
            lines = all.filter(line -> !line.isBlank()).toList();
        }
        BinaryCounts counts = BinaryCounts.EMPTY;
        for (String line : lines) {
            JsonNode gold = JSON.readTree(line);
            JsonNode call = calls.get(gold.path("id").asText());
            Set<Force> present = forces(gold.at("/gold/barriers"), null);
            Set<Force> found = call == null ? Set.of() : forces(call.at("/analysis/marks"), Polarity.BARRIER.id());
            for (Force force : Force.values()) {
                counts = counts.plus(BinaryCounts.one(present.contains(force), found.contains(force)));
            }
        }
        return counts;
    }

    private static Set<Force> forces(JsonNode marks, @Nullable String polarity) {
        Set<Force> forces = EnumSet.noneOf(Force.class);
        for (JsonNode mark : marks) {
            if (polarity == null || mark.path("polarity").asText().equals(polarity)) {
                forces.add(Force.ofId(mark.path("force").asText()));
            }
        }
        return forces;
    }
}
