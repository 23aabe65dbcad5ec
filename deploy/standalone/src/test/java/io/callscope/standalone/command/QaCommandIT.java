package io.callscope.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callscope.model.json.EventJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code callscope qa plan} over a real database. */
class QaCommandIT {
    private static final int CALLS = 120;

    @TempDir
    static Path folder;

    private static CommandDatabase database;

    /** Evaluated calls of a week, as the service stores them. */
    @BeforeAll
    static void start() throws Exception {
        database = CommandDatabase.start(folder);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            String id = "call-" + i;
            rows.add("""
                    INSERT INTO calls (call_id, state, started_at, agent_id, team, recorded_at, version_key, analyzed_at)
                    VALUES ('%s', 'analyzed', timestamptz '2026-10-05 09:00+03' + %d * interval '1 hour', 'a-%d', 'Север',
                        now(), 'v', now())""".formatted(id, i, i % 6));
            rows.add("""
                    INSERT INTO transcripts (call_id, transcript_hash, asr_model_id, source, language, duration_ms,
                        channel_count, transcribed_at, processing_ms, search)
                    VALUES ('%s', 'h', 'm', 'imported', 'ru', 60000, 2, now(), 1, '')""".formatted(id));
            rows.add("""
                    INSERT INTO analyses (call_id, version_key, versions, transcript_hash, verdict, contact_reason,
                        resolution, repeat_contact, analyzed_at)
                    VALUES ('%s', 'v', '{}', 'h', 'judged', 'other', 'unknown', '{}', now())""".formatted(id));
            rows.add("""
                    INSERT INTO evaluations (call_id, scorecard, version_key, analysis_key, scorecard_version, covered,
                        evaluated_at, current)
                    VALUES ('%s', 'service', 'k', 'v', 's', 5, now(), true)""".formatted(id));
            rows.add("""
                    INSERT INTO evaluation_answers (call_id, scorecard, version_key, analysis_key, place, criterion,
                        weight, answer)
                    VALUES ('%s', 'service', 'k', 'v', 0, 'greeting', 5, 'met')""".formatted(id));
        }
        database.sql(rows.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static Ran run(String... more) {
        return Ran.of(Stream.concat(
                        Stream.of("qa", "plan", "--config", database.config().toString()), Stream.of(more))
                .toList());
    }

    private static JsonNode json(Ran ran) throws IOException {
        return EventJson.mapper().readTree(ran.lastLine());
    }

    @Test
    void theSameSeedGivesTheSameListAndAWeekHasOnePlan() throws IOException {
        // When
        Ran dry = run("--week", "2026-10-05", "--seed", "7", "--dry-run");
        Ran kept = run("--week", "2026-10-05", "--seed", "7");
        Ran again = run("--week", "2026-10-05", "--seed", "8");

        // Then
        assertThat(dry.errors()).isEmpty();
        assertThat(dry.out()).contains("40 of 120 calls, seed 7; nothing was kept");
        assertThat(json(kept).at("/plan/calls")).isEqualTo(json(dry).at("/plan/calls"));
        assertThat(json(kept).at("/kept").asBoolean()).isTrue();
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.errors()).contains("week 2026-10-05: its plan was made at", "with seed 7");
    }

    @Test
    void weeksThatCannotBePlannedAreNamed() {
        // When
        Ran empty = run("--week", "2026-09-07");
        Ran tuesday = run("--week", "2026-10-06");
        Ran future = run("--week", "2996-10-03");

        // Then
        assertThat(empty.exitCode()).isEqualTo(1);
        assertThat(empty.errors()).contains("week 2026-09-07: 0 calls that a scorecard is for; expected 1 or more");
        assertThat(tuesday.exitCode()).isEqualTo(2);
        assertThat(tuesday.errors()).contains("week 2026-10-06: expected a Monday");
        assertThat(future.exitCode()).isEqualTo(2);
        assertThat(future.errors()).contains("expected one that is over");
    }
}
