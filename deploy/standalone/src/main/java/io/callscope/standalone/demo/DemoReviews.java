package io.callscope.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.review.simulated.CallTruth;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.standalone.month.MonthReviews;
import io.callscope.statistics.decision.Decision;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Puts reviews that no person gave beside the simulated month, and counts what the accuracy page decides. */
public final class DemoReviews {
    private static final long SEED = 1;

    private final Clock clock;

    public DemoReviews(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Plans and reviews, unless the database has plans.
     *
     * @param config of the service that has analyzed the month
     * @param truths of the month's calls
     * @return how many reviews were given
     */
    public int give(AnalyticsConfig config, Map<String, CallTruth> truths) {
        Codebook codebook = CodebookLoader.load(config.configDir());
        try (AnalyticsDatabase open = AnalyticsDatabase.open(config.database())) {
            return new MonthReviews(
                            open.dataSource(),
                            Scorecards.load(config.configDir(), codebook),
                            codebook,
                            config.repeats().windowDays(),
                            config.siteZone(),
                            clock)
                    .give(truths, SEED);
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
