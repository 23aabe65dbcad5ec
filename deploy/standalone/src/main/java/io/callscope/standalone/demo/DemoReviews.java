package io.callscope.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.accuracy.simulate.JdbiSimulatedReviews;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.scorecard.Scorecard;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.statistics.decision.Decision;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Gives the demo's accuracy page something to decide on: six weeks of calls, plans and reviews that nobody made, marked
 * as simulated. They lie beside the demo calls, which are counted by their ids, and end the day before this week.
 */
public final class DemoReviews {
    private static final int WEEKS = 6;
    private static final int CALLS = 200;
    private static final int REVIEWED = 120;
    private static final long SEED = 1;

    private final Path config;
    private final Clock clock;

    /**
     * @param config {@code deploy/config}, whose first scorecard the calls are scored by
     * @param clock in whose zone a week begins
     */
    public DemoReviews(Path config, Clock clock) {
        this.config = Objects.requireNonNull(config, "config");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Fills the database unless it has plans: of an earlier start, or real ones, which simulated ones never join. */
    public boolean fill(DatabaseConfig database) {
        Codebook codebook = CodebookLoader.load(config);
        Scorecard scorecard = Scorecards.load(config, codebook).all().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s: expected a scorecard".formatted(config)));
        try (AnalyticsDatabase open = AnalyticsDatabase.open(database)) {
            return new JdbiSimulatedReviews(open.dataSource(), scorecard, codebook, clock.getZone())
                    .fillWithoutPlans(WEEKS, CALLS, REVIEWED, SEED, clock.instant());
        }
    }

    /** How many items there are of each decision, in the report as the service gives it. */
    static Map<String, Integer> decisions(JsonNode report) {
        Map<String, Integer> decisions = new LinkedHashMap<>();
        for (Decision decision : Decision.values()) {
            decisions.put(word(decision.name()), 0);
        }
        for (JsonNode item : report.path("items")) {
            // a decision without its reason is none
            if (!item.path("why").isEmpty()) {
                decisions.merge(word(item.path("decision").asText("unknown")), 1, Integer::sum);
            }
        }
        return decisions;
    }

    private static String word(String decision) {
        return decision.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
