package io.callscope.analytics.desk;

import static io.callscope.analytics.desk.Desk.ANNA;
import static io.callscope.analytics.desk.Desk.BORIS;
import static io.callscope.analytics.desk.Desk.NOW;
import static io.callscope.analytics.desk.Desk.call;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.codebook.ConfigDir;
import io.callscope.analytics.desk.RuleStudy.Period;
import io.callscope.analytics.desk.RuleStudy.RuleRecord;
import io.callscope.analytics.flags.FlagRule;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.users.TeamScope;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules against stored calls, on a real PostgreSQL. */
class JdbiRuleStudyIT {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Period MONTH = Period.before(LocalDate.parse("2026-10-15"), 30, MOSCOW);
    private static final List<FlagRule> RULES =
            FlagRules.load(ConfigDir.shipped()).rules();

    private final Desk desk = new Desk();
    private final RuleStudy study = new JdbiRuleStudy(desk.database().dataSource());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void verdictsAreCountedOnceForEachCallAndTheLatestCounts() {
        // Given
        desk.hear(
                call("c1").of("a"),
                call("c2").of("b"),
                call("c3").of("c"),
                call("c4").of("d"));
        desk.move("c1", Move.Check.of(Result.of(Outcome.CONFIRMED)), ANNA);
        desk.move("c2", Move.Check.of(Result.of(Outcome.CONFIRMED_SOLVED)), ANNA);
        desk.move("c3", Move.Check.of(Result.of(Outcome.CONFIRMED)), ANNA);
        desk.move("c3", new Move.Take(), BORIS);
        desk.move("c3", Move.Check.of(Result.falseMark(FalseReason.QUOTE)), BORIS);

        // Then
        assertThat(study.records(MONTH, TeamScope.all())).containsEntry("money-unfair", new RuleRecord(4, 2, 3));
    }

    @Test
    void aFalseMarkThatWasTakenBackIsNoVerdict() {
        // Given
        desk.hear(call("c1"));
        FalseMark.Subject subject =
                new FalseMark.Subject(desk.cardOf("c1").calls().get(0).id(), FalseMark.Kind.RULE, "money-unfair");
        FalseMark mark =
                desk.falseMarks.give(subject, FalseReason.WORDS, "", ANNA, NOW).orElseThrow();

        // When
        desk.falseMarks.undo(mark.number(), subject.call(), ANNA, NOW);

        // Then
        assertThat(study.records(MONTH, TeamScope.all())).containsEntry("money-unfair", new RuleRecord(1, 0, 0));
    }

    @Test
    void aDryRunCountsByTheSitesDayAndAsksRulesThatAreOffToo() {
        // Given
        for (int i = 0; i < 4; i++) {
            desk.hear(call("today" + i).of(null).flagged());
        }
        desk.hear(call("before").of(null).flagged().started(NOW.minus(Duration.ofDays(3))));
        desk.hear(call("mild").of(null).severity(1).flagged());
        desk.hear(call("long-ago").of(null).flagged().started(NOW.minus(Duration.ofDays(40))));

        // When
        DryRun run = study.dryRun(RULES, MONTH);

        // Then
        assertThat(run.calls()).isEqualTo(6);
        assertThat(run.of("money-unfair")).hasValueSatisfying(rule -> {
            assertThat(rule.total()).isEqualTo(5);
            assertThat(rule.perDay()).isEqualTo(5 / 30.0);
            assertThat(rule.busiest()).isEqualTo(4);
            assertThat(rule.busiestDay()).isEqualTo("2026-10-14");
            assertThat(rule.overCap()).isZero();
        });
        assertThat(run.of("promise-overdue")).as("what is decided later").isEmpty();
        assertThat(run.of("two-forces"))
                .hasValueSatisfying(rule -> assertThat(rule.total()).isZero());
    }

    @Test
    void moreCallsThanABatchAreAllLookedAt() {
        // Given
        desk.hear(call("c0").of(null).flagged());
        desk.jdbi.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO calls (call_id, state, started_at, language, analyzed_at, version_key, transcript_hash)"
                            + " SELECT 'x' || i, 'analyzed', started_at, language, analyzed_at, version_key, transcript_hash"
                            + " FROM calls, generate_series(1, 2500) i WHERE call_id = 'c0'");
            handle.execute(
                    "INSERT INTO transcripts (call_id, transcript_hash, asr_model_id, source, language, duration_ms, channel_count,"
                            + " transcribed_at, processing_ms, search) SELECT 'x' || i, transcript_hash, asr_model_id, source, language,"
                            + " duration_ms, channel_count, transcribed_at, processing_ms, search FROM transcripts, generate_series(1, 2500) i");
            handle.execute(
                    "INSERT INTO analyses SELECT 'x' || i, version_key, versions, transcript_hash, verdict, contact_reason,"
                            + " resolution, repeat_contact, analyzed_at FROM analyses, generate_series(1, 2500) i");
            handle.execute(
                    "INSERT INTO marks SELECT 'x' || i, version_key, place, force, code, polarity, stage, severity, party,"
                            + " evidence, owner, confidence, classifier FROM marks, generate_series(1, 2500) i");
        });

        // When
        DryRun run = study.dryRun(RULES, MONTH);

        // Then
        assertThat(run.calls()).isEqualTo(2_501);
        assertThat(run.of("money-unfair")).hasValueSatisfying(rule -> {
            assertThat(rule.total()).isEqualTo(2_501);
            assertThat(rule.overCap()).isEqualTo(2_451);
        });
    }
}
