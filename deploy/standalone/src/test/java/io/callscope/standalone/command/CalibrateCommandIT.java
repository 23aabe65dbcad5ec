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

/** {@code callscope qa calibrate} over a real database. */
class CalibrateCommandIT {
    @TempDir
    static Path folder;

    private static CommandDatabase database;

    /** Evaluated calls of a week, and three controllers. */
    @BeforeAll
    static void start() throws Exception {
        database = CommandDatabase.start(folder);
        List<String> rows = new ArrayList<>();
        for (String login : List.of("anna", "boris", "vera")) {
            rows.add("""
                    INSERT INTO users (login, name, role, every_team, enabled, created_at)
                    VALUES ('%s', '%s', 'controller', true, true, now())""".formatted(login, login));
        }
        for (int i = 0; i < 12; i++) {
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
                    VALUES ('%s', 'service', 'k', 'v', 0, 'greeting', 5, '%s')""".formatted(id, i % 3 == 0 ? "not-met" : "met"));
        }
        database.sql(rows.toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    private static Ran run(String... more) {
        return Ran.of(Stream.concat(
                        Stream.of(
                                "qa", "calibrate", "--config", database.config().toString()),
                        Stream.of(more))
                .toList());
    }

    private static JsonNode json(Ran ran) throws IOException {
        return EventJson.mapper().readTree(ran.lastLine());
    }

    @Test
    void beginsASessionAndShowsItsReportOnceItIsOver() throws Exception {
        // When
        Ran made = run(
                "--person",
                "anna",
                "--person",
                "boris",
                "--person",
                "vera",
                "--week",
                "2026-10-05",
                "--calls",
                "4",
                "--seed",
                "3");

        // Then
        assertThat(made.errors()).isEmpty();
        long number = json(made).at("/session/number").longValue();
        assertThat(json(made).at("/session/people")).hasSize(3);
        assertThat(json(made).at("/session/calls").intValue()).isEqualTo(4);
        assertThat(json(made).has("criteria")).isFalse();
        assertThat(made.out()).contains("they still score");

        // When: all have scored, and one differs on every call
        database.sql("""
                INSERT INTO reviews (call_id, session_id, seat, reviewer, blind, scorecard, scorecard_version, submitted_at)
                SELECT c.call_id, c.session_id, 'calibration', p.reviewer, true, 'service', 's', now()
                FROM calibration_calls c JOIN calibration_people p USING (session_id)""", """
                INSERT INTO review_answers (review_id, subject, item, answer)
                SELECT review_id, 'criterion', 'greeting', CASE reviewer WHEN 'vera' THEN 'not-met' ELSE 'met' END
                FROM reviews WHERE seat = 'calibration'""");
        Ran report = run("--report", Long.toString(number));
        Ran named = run("--report", Long.toString(number), "--who");

        // Then: of three pairs one says the same
        JsonNode greeting = json(report).at("/criteria/0");
        assertThat(greeting.at("/criterion").textValue()).isEqualTo("greeting");
        assertThat(greeting.at("/calls").intValue()).isEqualTo(4);
        assertThat(greeting.at("/apart").intValue()).isEqualTo(4);
        assertThat(greeting.at("/agreement").doubleValue()).isBetween(0.333, 0.334);
        assertThat(greeting.at("/people")).isEmpty();
        assertThat(json(named).at("/criteria/0/people/0/login").textValue()).isEqualTo("vera");
        assertThat(report.out()).contains("greeting").contains("0.33");
    }

    @Test
    void whatCannotBeIsNamed() {
        // When
        Ran two = run("--person", "anna", "--person", "boris", "--week", "2026-10-05");
        Ran nobody = run("--person", "anna", "--person", "boris", "--person", "nobody", "--week", "2026-10-05");
        Ran card = run("--scorecard", "none");
        Ran unknown = run("--report", "999");

        // Then
        assertThat(two.exitCode()).isEqualTo(2);
        assertThat(two.errors()).contains("2 people: expected 3 to 20");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.errors()).contains("people \"nobody\": expected some of anna, boris, vera");
        assertThat(card.exitCode()).isEqualTo(2);
        assertThat(card.errors()).contains("--scorecard \"none\": expected one of");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.errors()).contains("--report 999: expected one of the sessions");
    }
}
