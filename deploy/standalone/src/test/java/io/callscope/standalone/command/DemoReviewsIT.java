package io.callscope.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.AnalyticsConfig;
import io.callscope.kit.config.ConfigLoader;
import io.callscope.kit.config.DatabaseConfig;
import io.callscope.model.json.EventJson;
import io.callscope.standalone.demo.DemoReviews;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo puts beside its calls, and the report that comes of it. */
class DemoReviewsIT {
    @TempDir
    static Path folder;

    private static CommandDatabase database;
    private static DemoReviews reviews;

    /** With a call that the real machine scored later than all simulated ones. */
    @BeforeAll
    static void start() throws Exception {
        database = CommandDatabase.start(folder);
        database.sql("""
                INSERT INTO calls (call_id, state, started_at, agent_id, team, recorded_at, version_key, analyzed_at)
                VALUES ('demo-1', 'analyzed', now(), 'a-1', 'Север', now(), 'v', now())""", """
                INSERT INTO transcripts (call_id, transcript_hash, asr_model_id, source, language, duration_ms,
                    channel_count, transcribed_at, processing_ms, search)
                VALUES ('demo-1', 'h', 'm', 'imported', 'ru', 60000, 2, now(), 1, '')""", """
                INSERT INTO analyses (call_id, version_key, versions, transcript_hash, verdict, contact_reason,
                    resolution, repeat_contact, analyzed_at)
                VALUES ('demo-1', 'v', '{}', 'h', 'judged', 'other', 'unknown', '{}', now())""", """
                INSERT INTO evaluations (call_id, scorecard, version_key, analysis_key, scorecard_version, covered,
                    evaluated_at, current)
                VALUES ('demo-1', 'service', 'real', 'v', 's', 5, now(), true)""");
        reviews = new DemoReviews(
                Path.of("..", "config").toAbsolutePath().normalize(),
                Clock.fixed(Instant.now(), ZoneId.of("Europe/Moscow")));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void givesEveryDecisionWithItsReasonOnceAndSaysThatNobodyGaveThem() throws Exception {
        // Given
        DatabaseConfig config = new ConfigLoader(System.getenv())
                .load(database.config(), AnalyticsConfig.class)
                .database();

        // When
        long began = System.nanoTime();
        boolean filled = reviews.fill(config);
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        boolean again = reviews.fill(config);
        JsonNode report = EventJson.mapper()
                .readTree(database.run("report", "accuracy", "--json").lastLine());

        // Then
        Map<String, Integer> decisions = new TreeMap<>();
        report.path("items").forEach(item -> {
            assertThat(item.path("why")).isNotEmpty();
            decisions.merge(item.path("decision").asText(), 1, Integer::sum);
        });
        assertThat(filled).isTrue();
        assertThat(again).isFalse();
        assertThat(seconds).isLessThan(60);
        assertThat(decisions).as("%s", decisions).hasSize(3);
        assertThat(report.path("simulated").asLong())
                .isPositive()
                .isEqualTo(report.path("reviews").asLong());
    }
}
