package io.callscope.analytics.overview;

import static io.callscope.analytics.store.CallFixtures.failure;
import static io.callscope.analytics.store.CallFixtures.flagged;
import static io.callscope.analytics.store.CallFixtures.metadata;
import static io.callscope.analytics.store.CallFixtures.recorded;
import static io.callscope.analytics.store.CallFixtures.transcribed;
import static io.callscope.analytics.store.CallFixtures.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.overview.Overview.Counts;
import io.callscope.analytics.overview.Overview.ForceCounts;
import io.callscope.analytics.overview.Overview.Line;
import io.callscope.analytics.overview.Overview.RuleFlags;
import io.callscope.analytics.overview.Overviews.Moments;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.CallFailure;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.store.CallState;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.Force;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts on the real PostgreSQL. */
class JdbiOverviewsIT {
    /** A Wednesday, 15:00 in Moscow. */
    private static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");

    private static final Transcript TEXT = transcript(
            "ru", "К где мой заказ сколько еще ждать", "К я буду расторгать договор", "О привезут завтра до обеда");

    private static AnalyticsDatabase database;

    private JdbiCallRepository calls;
    private JdbiOverviews overviews;
    private JdbiFailedCalls failures;

    @BeforeAll
    static void start() {
        database = TestDatabase.empty();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void fill() {
        Jdbi.create(database.dataSource()).useHandle(handle -> handle.execute("TRUNCATE calls CASCADE"));
        calls = new JdbiCallRepository(database.dataSource());
        overviews = new JdbiOverviews(database.dataSource());
        failures = new JdbiFailedCalls(database.dataSource());
        analyzed("last-week", ago(24 * 5), metadata());
        analyzed("monday", ago(24 * 2), metadata());
        analyzed("today", ago(1), metadata());
        analyzed("english", ago(1), of("Линия 2", "sales", "en"));
        calls.recorded(recorded("waits", metadata(), ago(2)));
        calls.recorded(recorded("fresh", metadata(), NOW.minusSeconds(60)));
        calls.transcribed(transcribed("half", of("Линия 2", "sales", "en"), ago(24 * 6), transcript("en", "К well")));
        calls.failed(failure("bad", ago(3)));
        calls.failed(new CallFailure(
                new CallId("torn"), "transcribe", "malformed-event", "not a CallRecorded", ago(30), null, null));
    }

    private void analyzed(String id, Instant at, CallMetadata metadata) {
        CallTranscribed transcribed = transcribed(id, metadata, at, TEXT);
        calls.analyzed(transcribed, flagged(transcribed, "book-1", at.plusSeconds(10)));
    }

    private static CallMetadata of(String team, String queue, String language) {
        CallMetadata some = metadata();
        return new CallMetadata(
                some.startedAt(), "a-18", null, team, queue, null, null, null, language, List.of(), null, Map.of());
    }

    private static Instant ago(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }

    private Overview read(TeamScope scope) {
        return overviews.read(Moments.at(NOW, ZoneId.of("Europe/Moscow")), scope);
    }

    @Test
    void saysHowOftenAModelNamesWordsThatWereSaid() {
        // Given two calls that a model was asked about, one of them twice: only what the call shows counts
        for (int hours : new int[] {24 * 2, 1, 1}) {
            CallTranscribed call = transcribed("model-" + hours, metadata(), ago(hours), TEXT);
            calls.analyzed(
                    call,
                    CallFixtures.withModel(
                            flagged(call, "book-1", ago(hours).plusSeconds(10)), CallFixtures.report("Раз.", "Два.")));
        }

        // When
        ModelEvidence evidence = read(TeamScope.all()).model();

        // Then five claims each, four of them located
        assertThat(evidence.today()).isEqualTo(new ModelEvidence.Located(1, 5, 4));
        assertThat(evidence.week()).isEqualTo(new ModelEvidence.Located(2, 10, 8));
        assertThat(evidence.week().share()).isEqualTo(0.8);
        assertThat(read(TeamScope.of(Set.of("Линия 3"))).model()).isEqualTo(ModelEvidence.NONE);
        assertThat(ModelEvidence.NONE.week().share()).isNull();
    }

    @Test
    void saysHowRecognitionKeepsUp() {
        // When
        Recognition recognition = read(TeamScope.all()).recognition();

        // Then: two calls within the hour, 0.9 s of processing each
        assertThat(recognition).isEqualTo(new Recognition(2, 2 * TEXT.durationMs(), 1_800, ago(2), 0, 3, 0));
        assertThat(recognition.realTimeFactor()).isEqualTo(900.0 / TEXT.durationMs());
        assertThat(recognition.audioHoursPerHour()).isEqualTo(2 * TEXT.durationMs() / 3_600_000.0);
        assertThat(read(TeamScope.of(Set.of("Линия 3"))).recognition()).isEqualTo(Recognition.NONE);
        assertThat(Recognition.NONE.realTimeFactor()).isNull();
    }

    @Test
    void countsTodayBesideTheWeek() {
        // When
        Line all = read(TeamScope.all()).all();

        // Then
        assertThat(all.today()).isEqualTo(new Counts(5, 2, 2, 1, 2, 2, ago(2)));
        assertThat(all.week()).isEqualTo(new Counts(7, 3, 3, 2, 2, 3, ago(2)));
    }

    @Test
    void whatCameInIsAnalyzedFailedOrWaits() {
        for (Counts counts : List.of(
                read(TeamScope.all()).all().today(), read(TeamScope.all()).all().week())) {
            assertThat(counts.recorded()).isEqualTo(counts.analyzed() + counts.failed() + counts.waiting());
        }
    }

    @Test
    void countsByLanguageAndByQueue() {
        // When
        Overview overview = read(TeamScope.all());

        // Then
        assertThat(overview.languages()).extracting(Line::value).containsExactly("ru", "en", null);
        assertThat(overview.queues()).extracting(Line::value).containsExactly("service", "sales", null);
        assertThat(overview.queues().get(1).week().analyzed()).isEqualTo(1);
        assertThat(overview.languages().stream().mapToLong(line -> line.week().recorded()))
                .containsExactly(5L, 1L, 1L);
    }

    @Test
    void saysWhatIsStuckAndWhy() {
        // When
        Stuck stuck = read(TeamScope.all()).stuck();

        // Then
        assertThat(stuck.failed())
                .containsExactlyInAnyOrder(
                        new Stuck.Failed("transcribe", "audio-corrupt", 1),
                        new Stuck.Failed("transcribe", "malformed-event", 1));
        assertThat(stuck.waiting())
                .containsExactly(
                        new Stuck.Waiting(CallState.RECORDED, 1, ago(2)),
                        new Stuck.Waiting(CallState.TRANSCRIBED, 1, ago(24 * 6)));
    }

    @Test
    void countsRulesAndForcesOfTheWeek() {
        // When
        Overview overview = read(TeamScope.all());

        // Then
        assertThat(overview.rules()).containsExactly(new RuleFlags("churn-risk", 3));
        assertThat(overview.forces().get(Force.CERTAINTY)).isEqualTo(new ForceCounts(3, 3, 3));
        assertThat(overview.forces().get(Force.BELONGING)).isEqualTo(new ForceCounts(0, 0, 0));
    }

    @Test
    void anotherTeamIsNotCounted() {
        // When
        Overview second = read(TeamScope.of(Set.of("Линия 2")));
        Overview nobody = read(TeamScope.of(Set.of()));

        // Then
        assertThat(second.all().week()).isEqualTo(new Counts(1, 1, 1, 0, 0, 1, null));
        assertThat(second.queues()).extracting(Line::value).containsExactly("sales");
        assertThat(second.forces().get(Force.CERTAINTY).calls()).isEqualTo(1);
        assertThat(second.rules()).containsExactly(new RuleFlags("churn-risk", 1));
        assertThat(second.stuck().failed()).isEmpty();
        assertThat(second.stuck().waiting()).extracting(Stuck.Waiting::state).containsExactly(CallState.TRANSCRIBED);
        assertThat(nobody.all().week().recorded()).isZero();
        assertThat(nobody.stuck().isNothing()).isTrue();
    }

    @Test
    void listsFailuresNewestFirst() {
        // When
        FailedCalls.Page page = failures.find(FailedCalls.Filter.none(), 10, 0, TeamScope.all());

        // Then
        assertThat(page.calls()).extracting(call -> call.callId().value()).containsExactly("bad", "torn");
        assertThat(page.total()).isEqualTo(2);
        assertThat(page.calls().get(1).metadata()).isNull();
        assertThat(page.calls().get(1).hasAudio()).isFalse();
    }

    @Test
    void failuresCanBeNarrowedAndLeafedThrough() {
        assertThat(found(new FailedCalls.Filter(null, "malformed-event"), 0)).containsExactly("torn");
        assertThat(found(new FailedCalls.Filter("transcribe", null), 1)).containsExactly("torn");
        assertThat(found(new FailedCalls.Filter("analyze", null), 0)).isEmpty();
        assertThat(failures.find(FailedCalls.Filter.none(), 10, 0, TeamScope.of(Set.of("Линия 1")))
                        .calls())
                .extracting(call -> call.callId().value())
                .containsExactly("bad");
    }

    private List<String> found(FailedCalls.Filter filter, int offset) {
        return failures.find(filter, 10, offset, TeamScope.all()).calls().stream()
                .map(call -> call.callId().value())
                .toList();
    }
}
