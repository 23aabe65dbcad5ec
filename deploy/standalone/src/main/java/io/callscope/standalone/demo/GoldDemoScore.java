package io.callscope.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.gold.GoldCall;
import io.callscope.analytics.gold.GoldFile;
import io.callscope.model.analysis.Force;
import io.callscope.statistics.BinaryCounts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Scores what the installation stored for the demo calls against their ground truth. Stateless, thread-safe. */
public final class GoldDemoScore implements DemoScore {
    private static final String TRUTH = "truth.jsonl";

    private final Path configDir;

    /**
     * Reads ids out of a codebook.
     *
     * @param configDir the shipped configuration
     */
    public GoldDemoScore(Path configDir) {
        this.configDir = configDir;
    }

    @Override
    public Map<String, Double> microF1(Map<String, JsonNode> calls, Path demoFolder) {
        Codebook codebook = CodebookLoader.load(configDir);
        Map<String, Double> scores = new LinkedHashMap<>();
        for (String part : new String[] {"transcripts", "spoken"}) {
            BinaryCounts counts = BinaryCounts.EMPTY;
            for (GoldCall gold : GoldFile.read(demoFolder.resolve(part).resolve(TRUTH), codebook)) {
                counts = counts.plus(compare(gold, calls.get(gold.id())));
            }
            scores.put(part, rounded(counts.f1().orElse(0)));
        }
        return scores;
    }

    /** Pairs of the call and each force; a call that never came through has no barriers. */
    private static BinaryCounts compare(GoldCall gold, @org.jspecify.annotations.Nullable JsonNode call) {
        Set<Force> labelled =
                gold.barriers().stream().map(GoldCall.GoldMark::force).collect(Collectors.toSet());
        Set<String> found = call == null
                ? Set.of()
                : StreamSupport.stream(call.path("analysis").path("marks").spliterator(), false)
                        .filter(mark -> mark.path("polarity").asText().equals("barrier"))
                        .map(mark -> mark.path("force").asText())
                        .collect(Collectors.toSet());
        BinaryCounts counts = BinaryCounts.EMPTY;
        for (Force force : Force.values()) {
            counts = counts.plus(BinaryCounts.one(labelled.contains(force), found.contains(force.id())));
        }
        return counts;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
