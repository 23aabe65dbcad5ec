package io.callscope.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.model.json.EventJson;
import io.callscope.standalone.LightConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pattern is added; controllers scored five calls. On one the pattern mends what the machine missed, on another it
 * makes a false alarm, a third stays missed; a fourth is of another day. The fifth is an evaluation call that it mends.
 */
class DryRunMendingIT {
    private static final Instant DAY = Instant.parse("2026-10-12T11:05:00Z");
    private static final String HEARD_AFTER = "здравствуйте у меня вопрос про синюю лошадку на упаковке";
    private static final String HEARD_NEVER = "здравствуйте у меня вопрос про красную рыбку на упаковке";
    private static final String ITEM = "code.certainty.no-deadline";

    @TempDir
    static Path folder;

    private static CommandDatabase database;
    private static Path changed;

    @BeforeAll
    static void start() throws Exception {
        Path inForce = LightConfig.copyTo(folder.resolve("in-force"));
        changed = LightConfig.copyHearing(folder.resolve("changed"), "синий лошадка");
        database = CommandDatabase.start(folder, inForce, "");
        try (AnalyticsDatabase open = database.open()) {
            HeardCalls calls = new HeardCalls(open, inForce);
            calls.store("missed-mended", DAY, HEARD_AFTER);
            calls.store("quiet-made", DAY.plusSeconds(60), HEARD_AFTER);
            calls.store("missed-left", DAY.plusSeconds(120), HEARD_NEVER);
            calls.store("another-day", DAY.plusSeconds(200_000), HEARD_AFTER);
            calls.store("evidence", DAY.plusSeconds(180), HEARD_AFTER);
            calls.store("unscored", DAY.plusSeconds(240), HEARD_AFTER);
        }
        review(Map.of(
                "missed-mended",
                "yes",
                "quiet-made",
                "no",
                "missed-left",
                "yes",
                "another-day",
                "yes",
                "evidence",
                "yes"));
    }

    /** What a controller said of each: whether there is a barrier to certainty, and of which code. */
    private static void review(Map<String, String> said) throws Exception {
        database.sql("""
                INSERT INTO evaluations (call_id, scorecard, version_key, analysis_key, scorecard_version, covered,
                    evaluated_at, current)
                SELECT call_id, 'service', 'v1', version_key, 's1', 100, listed_at, true FROM calls
                """, """
                INSERT INTO sample_plans (week, seed, settings, candidates, made_at, made_by)
                VALUES ('2026-10-12', 1, '{}', 100, '2026-10-19T06:00:00Z', 'head')
                """);
        int place = 0;
        for (Map.Entry<String, String> one : said.entrySet()) {
            String call = one.getKey();
            database.sql(
                    """
                    INSERT INTO planned_calls (plan_id, call_id, place, scorecard, pi, certain, stratum, agent, team, role,
                        double_scored, second_pi)
                    VALUES (1, '%s', %d, 'service', 0.1, false, 'all', 'a-1', 'Линия 1', '%s', false, 0)
                    """.formatted(call, place++, call.equals("evidence") ? "evaluation" : "tuning"),
                    """
                    INSERT INTO reviews (call_id, plan_id, seat, reviewer, blind, pi, scorecard, scorecard_version,
                        machine_key, submitted_at)
                    VALUES ('%s', 1, 'first', 'boris', true, 0.1, 'service', 's1', 'v1', '2026-10-20T06:00:00Z')
                    """.formatted(call),
                    """
                    INSERT INTO review_answers (review_id, subject, item, answer)
                    SELECT review_id, 'force', 'certainty', '%s' FROM reviews WHERE call_id = '%s'
                    """.formatted(one.getValue(), call));
            if (one.getValue().equals("yes")) {
                database.sql("""
                        INSERT INTO review_answers (review_id, subject, item, answer)
                        SELECT review_id, 'code', 'certainty.no-deadline', 'yes' FROM reviews WHERE call_id = '%s'
                        """.formatted(call));
            }
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static Ran dryRun(String day) {
        return Ran.of(List.of(
                "reanalyze",
                "--service",
                database.config().toString(),
                "--from",
                day,
                "--to",
                day,
                "--dry-run",
                "--config",
                changed.toString()));
    }

    private static JsonNode json(Ran ran) throws Exception {
        return EventJson.mapper().readTree(ran.lastLine());
    }

    private static JsonNode item(JsonNode mending, String key) {
        for (JsonNode item : mending.get("items")) {
            if (item.get("item").asText().equals(key)) {
                return item;
            }
        }
        throw new AssertionError(key + " is not in " + mending);
    }

    @Test
    void itSaysWhatIsMendedWhatIsMadeAndWhatIsLeftOfTuningCallsAlone() throws Exception {
        // When
        Ran ran = dryRun("2026-10-12");
        JsonNode mending = json(ran).get("mending");

        // Then
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.out())
                .contains("disagreements with people on tuning calls: 3 of the 4 that are scored were heard")
                .containsPattern("code\\.certainty\\.no-deadline +3 +2 +2 +-1 +\\+1")
                .containsPattern("force\\.certainty +3 +2 +2 +-1 +\\+1")
                .containsPattern("mended http://127\\.0\\.0\\.1:8460/calls/missed-mended#t=[0-9]{4}")
                .containsPattern("made +http://127\\.0\\.0\\.1:8460/calls/quiet-made#t=[0-9]{4}")
                .containsPattern("left +http://127\\.0\\.0\\.1:8460/calls/missed-left")
                .contains("criteria of scorecards and repeat contacts are not compared")
                .doesNotContain("лошадк");
        assertThat(item(mending, ITEM).toString())
                .isEqualTo(item(mending, "force.certainty").toString().replace("force.certainty", ITEM));
        assertThat(item(mending, ITEM).at("/mendedCalls/0/callId").asText()).isEqualTo("missed-mended");
        assertThat(item(mending, ITEM).at("/madeCalls/0/callId").asText()).isEqualTo("quiet-made");
        assertThat(item(mending, ITEM).at("/leftCalls/0/callId").asText()).isEqualTo("missed-left");
        assertThat(mending.toString()).doesNotContain("evidence", "unscored", "another-day");
        assertThat(json(ran).at("/difference/calls").asLong()).isEqualTo(5);
        try (var connection = database.connection();
                var statement = connection.createStatement();
                var noted = statement.executeQuery(
                        "SELECT call_ids FROM audit_log WHERE action = 'scores-read' ORDER BY seq LIMIT 1")) {
            assertThat(noted.next()).isTrue();
            assertThat((String[]) noted.getArray(1).getArray())
                    .containsExactlyInAnyOrder("missed-mended", "quiet-made", "missed-left");
        }
    }

    @Test
    void daysWithoutAScoredTuningCallSaySo() throws Exception {
        // When
        Ran ran = dryRun("2026-10-13");

        // Then
        assertThat(ran.out()).contains("0 of the 4 that are scored were heard");
        assertThat(json(ran).at("/mending/items")).isEmpty();
    }
}
