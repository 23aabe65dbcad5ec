package io.callscope.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.AnalyticsConfig;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.evaluation.JdbiEvaluationMaker;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.scorecard.Scorecards;
import io.callscope.kit.config.ConfigLoader;
import io.callscope.model.json.EventJson;
import io.callscope.standalone.demo.DemoReviews;
import io.callscope.standalone.month.Half;
import io.callscope.standalone.month.MonthCall;
import io.callscope.standalone.month.MonthEvents;
import io.callscope.standalone.month.MonthFiles;
import io.callscope.standalone.month.MonthPipeline;
import io.callscope.standalone.month.MonthReviews;
import io.callscope.standalone.month.SimulatedMonth;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Simulated controllers over the simulated month, and the report that comes of it. */
class DemoReviewsIT {
    private static final ZoneId SITE = ZoneId.of("Europe/Moscow");

    @TempDir
    static Path folder;

    private static CommandDatabase database;
    private static AnalyticsConfig config;
    private static int given;
    private static int again;
    private static JsonNode report;

    /** The month as the demo's, stored as the service stores it, beside a call of a customer's. */
    @BeforeAll
    static void start() throws Exception {
        database = CommandDatabase.start(folder);
        config = new ConfigLoader(System.getenv()).load(database.config(), AnalyticsConfig.class);
        Codebook codebook = CodebookLoader.load(config.configDir());
        Scorecards scorecards = Scorecards.load(config.configDir(), codebook);
        List<MonthCall> month =
                SimulatedMonth.of(1, MonthReviews.CALLS, LocalDate.now(SITE).minusDays(1), Half.WHOLE);
        MonthFiles.write(month, List.of(), folder.resolve("month"));
        try (AnalyticsDatabase open = AnalyticsDatabase.open(config.database())) {
            new MonthPipeline(
                            open.dataSource(),
                            codebook,
                            FlagRules.load(config.configDir(), codebook),
                            MonthEvents.of(config.configDir()),
                            new JdbiEvaluationMaker(() -> scorecards))
                    .run(month);
        }
        database.sql("UPDATE calls SET attributes = '{}' WHERE call_id IN ('month-00400', 'month-00500')");
        DemoReviews reviews = new DemoReviews(Clock.system(SITE));
        given = reviews.give(config, MonthFiles.truths(folder.resolve("month")));
        again = reviews.give(config, MonthFiles.truths(folder.resolve("month")));
        report = EventJson.mapper()
                .readTree(database.run("report", "accuracy", "--json").lastLine());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void givesEveryDecisionWithItsReason() {
        // Then
        Map<String, Integer> decisions = new TreeMap<>();
        report.path("items").forEach(item -> {
            assertThat(item.path("why")).isNotEmpty();
            decisions.merge(item.path("decision").asText(), 1, Integer::sum);
        });
        assertThat(decisions).as("%s", decisions).hasSize(3);
    }

    @Test
    void saysThatNobodyGaveThem() {
        // Then
        assertThat(report.path("simulated").asLong())
                .isPositive()
                .isEqualTo(report.path("reviews").asLong());
    }

    @Test
    void isDoneOnce() throws Exception {
        // Then
        assertThat(given).isGreaterThan(800);
        assertThat(again).isZero();
        assertThat(database.count("SELECT count(*) FROM reviews")).isEqualTo(given);
    }

    @Test
    void goesTheWayOfReviewsButIsToldToNobody() throws Exception {
        // Then
        assertThat(database.count("SELECT count(*) FROM reviews WHERE NOT blind OR pi IS NULL OR machine_key IS NULL"))
                .isZero();
        assertThat(database.count("SELECT count(*) FROM reviews WHERE published_at IS NULL"))
                .isZero();
        assertThat(database.count("SELECT count(*) FROM pair_reviews")).isGreaterThan(100);
        assertThat(database.count("SELECT count(*) FROM sample_plans WHERE NOT simulated"))
                .isZero();
    }

    @Test
    void drawsOnlyCallsThatAreSimulated() throws Exception {
        // Then
        assertThat(database.count("""
                SELECT count(*) FROM planned_calls JOIN calls USING (call_id)
                WHERE NOT attributes @> '{"simulated": "true"}'""")).isZero();
    }

    @Test
    void leavesTheLastWeekToWhoeverPlansHimself() {
        // When
        Ran planned = database.run("qa", "plan", "--seed", "7", "--dry-run");

        // Then
        assertThat(planned.exitCode()).as(planned.errors()).isZero();
    }
}
