package io.callscope.analytics.search;

import static io.callscope.analytics.store.CallFixtures.STARTED;
import static io.callscope.analytics.store.CallFixtures.analysis;
import static io.callscope.analytics.store.CallFixtures.analyzed;
import static io.callscope.analytics.store.CallFixtures.evidence;
import static io.callscope.analytics.store.CallFixtures.flagged;
import static io.callscope.analytics.store.CallFixtures.metadata;
import static io.callscope.analytics.store.CallFixtures.recorded;
import static io.callscope.analytics.store.CallFixtures.transcribed;
import static io.callscope.analytics.store.CallFixtures.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.search.Criterion.AgentLike;
import io.callscope.analytics.search.Criterion.Attribute;
import io.callscope.analytics.search.Criterion.Began;
import io.callscope.analytics.search.Criterion.Flagged;
import io.callscope.analytics.search.Criterion.FlaggedBy;
import io.callscope.analytics.search.Criterion.HasAudio;
import io.callscope.analytics.search.Criterion.Heard;
import io.callscope.analytics.search.Criterion.Is;
import io.callscope.analytics.search.Criterion.Lasted;
import io.callscope.analytics.search.Criterion.Marked;
import io.callscope.analytics.search.Criterion.OnCard;
import io.callscope.analytics.search.Criterion.SaysRepeat;
import io.callscope.analytics.search.Criterion.Urgency;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.store.CallSummary;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.analysis.Flag;
import io.callscope.model.analysis.RepeatContact;
import io.callscope.model.analysis.Resolution;
import io.callscope.model.analysis.Verdict;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.CustomerRef;
import io.callscope.model.call.Direction;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every criterion on the real PostgreSQL. */
class JdbiCallSearchIT {
    private static final Instant T0 = Instant.parse("2026-10-12T12:00:00Z");
    private static final Transcript TEXT = transcript(
            "ru",
            "О добрый день чем могу помочь",
            "К где мой заказ сколько еще ждать",
            "К я буду расторгать договор",
            "О привезут завтра до обеда");

    private static AnalyticsDatabase database;

    private JdbiCallRepository calls;
    private JdbiCallSearch search;

    @BeforeAll
    static void start() {
        database = TestDatabase.empty();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        Jdbi.create(database.dataSource()).useHandle(handle -> handle.execute("TRUNCATE calls CASCADE"));
        calls = new JdbiCallRepository(database.dataSource());
        search = new JdbiCallSearch(database.dataSource());
    }

    /** Each criterion with the calls of {@link #threeCalls()} that meet it. */
    static Stream<Arguments> criteria() {
        return Stream.of(
                Arguments.of(new Flagged(true), Set.of("loud")),
                Arguments.of(new Flagged(false), Set.of("calm", "new")),
                Arguments.of(new FlaggedBy(Set.of("churn-risk", "other")), Set.of("loud")),
                Arguments.of(new FlaggedBy(Set.of("long-silence")), Set.of()),
                Arguments.of(new OnCard(Set.of("new", "checked")), Set.of("loud")),
                Arguments.of(new OnCard(Set.of("in-work")), Set.of()),
                Arguments.of(new Urgency(Set.of(1, 3)), Set.of("loud")),
                Arguments.of(new Urgency(Set.of(2)), Set.of()),
                Arguments.of(marked(MarkField.FORCE, "certainty", "status"), Set.of("loud")),
                Arguments.of(marked(MarkField.FORCE, "status"), Set.of()),
                Arguments.of(marked(MarkField.CODE, "certainty.no-deadline"), Set.of("loud")),
                Arguments.of(marked(MarkField.POLARITY, "driver"), Set.of("loud")),
                Arguments.of(marked(MarkField.STAGE, "delivery"), Set.of("loud")),
                Arguments.of(marked(MarkField.STAGE, "payment"), Set.of()),
                Arguments.of(marked(MarkField.OWNER, "logistics"), Set.of("loud")),
                Arguments.of(new Marked(Map.of(), 2), Set.of("loud")),
                Arguments.of(new Marked(Map.of(), 3), Set.of()),
                Arguments.of(new Marked(Map.of(MarkField.POLARITY, Set.of("driver")), 1), Set.of()),
                Arguments.of(new Heard(Set.of("churn-intent")), Set.of("loud")),
                Arguments.of(new Heard(Set.of("thanks")), Set.of()),
                Arguments.of(new Is(CallField.REASON, Set.of("order-status")), Set.of("loud")),
                Arguments.of(new Is(CallField.REASON, Set.of("order-status", "refund")), Set.of("loud", "calm")),
                Arguments.of(new Is(CallField.RESOLUTION, Set.of("resolved")), Set.of("calm")),
                Arguments.of(new Is(CallField.VERDICT, Set.of("not-enough-evidence")), Set.of("calm")),
                Arguments.of(new Is(CallField.CAUSE, Set.of("none")), Set.of("calm")),
                Arguments.of(new SaysRepeat(true), Set.of("calm")),
                Arguments.of(new SaysRepeat(false), Set.of("loud")),
                Arguments.of(new Is(CallField.STATE, Set.of("recorded")), Set.of("new")),
                Arguments.of(new Is(CallField.STATE, Set.of("recorded", "analyzed")), Set.of("loud", "calm", "new")),
                Arguments.of(new Lasted(Duration.ofSeconds(9), null), Set.of("loud")),
                Arguments.of(new Lasted(null, Duration.ofSeconds(9)), Set.of("calm")),
                Arguments.of(new Lasted(Duration.ofSeconds(1), Duration.ofSeconds(3)), Set.of("calm")),
                Arguments.of(new Is(CallField.LANGUAGE, Set.of("en")), Set.of("new")),
                Arguments.of(new AgentLike(Set.of("КЛИМ")), Set.of("loud")),
                Arguments.of(new AgentLike(Set.of("A-1")), Set.of("loud", "calm")),
                Arguments.of(new AgentLike(Set.of("%", "_")), Set.of()),
                Arguments.of(new Is(CallField.TEAM, Set.of("Линия 2")), Set.of("calm")),
                Arguments.of(new Is(CallField.QUEUE, Set.of("service")), Set.of("loud", "new")),
                Arguments.of(new Is(CallField.PRODUCT, Set.of("tv")), Set.of("calm")),
                Arguments.of(new Is(CallField.DIRECTION, Set.of("outbound")), Set.of("calm")),
                Arguments.of(new Is(CallField.CUSTOMER, Set.of("4417")), Set.of("loud", "new")),
                Arguments.of(new HasAudio(true), Set.of("loud", "new")),
                Arguments.of(new HasAudio(false), Set.of("calm")),
                Arguments.of(new Is(CallField.CALL_ID, Set.of("new", "other")), Set.of("new")),
                Arguments.of(new Attribute("branch", Set.of("north")), Set.of("loud", "new")),
                Arguments.of(new Attribute("branch", Set.of("north", "sou\"th")), Set.of("loud", "calm", "new")),
                Arguments.of(new Attribute("branch", Set.of("' OR 1=1 --")), Set.of()),
                Arguments.of(new Began(STARTED.plusSeconds(5), STARTED.plusSeconds(60)), Set.of("new")),
                Arguments.of(new Began(STARTED.plusSeconds(60), null), Set.of("calm")),
                Arguments.of(new Began(null, STARTED.plusSeconds(5)), Set.of("loud")));
    }

    private static Criterion marked(MarkField field, String... values) {
        return new Marked(Map.of(field, Set.of(values)), 0);
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void findsTheCallsThatMeetACriterion(Criterion criterion, Set<String> expected) {
        // Given
        threeCalls();

        // When
        CallPage page = search.find(CallFilter.of(criterion), Paging.first(), TeamScope.all());

        // Then
        assertThat(ids(page)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(page.total()).isEqualTo(new Total(expected.size(), true));
        assertThat(search.ids(CallFilter.of(criterion), 100, TeamScope.all()))
                .extracting(CallId::value)
                .containsExactlyElementsOf(ids(page));
    }

    /** One call of another kind in every respect, one that agrees with neither, and one that only came in. */
    private void threeCalls() {
        CallTranscribed loud = transcribed("loud", metadata(), at(10), TEXT);
        calls.analyzed(loud, flagged(loud, "book-1", at(20)));
        onCard("loud");
        Transcript thanks = transcript("ru", "К спасибо");
        CallTranscribed calm = new CallTranscribed(
                new CallId("calm"), calmMetadata(), null, thanks, thanks.hash(), null, List.of(), null, at(11), 900);
        calls.analyzed(calm, new CallAnalyzed(calm.callId(), calm.metadata(), repeated(thanks), at(21)));
        calls.recorded(recorded(
                "new",
                new CallMetadata(
                        STARTED.plusSeconds(5),
                        null,
                        null,
                        "Линия 1",
                        "service",
                        null,
                        metadata().customer(),
                        null,
                        "en",
                        List.of(),
                        null,
                        Map.of("branch", "north")),
                at(2)));
    }

    private static CallMetadata calmMetadata() {
        return new CallMetadata(
                STARTED.plusSeconds(86_400),
                "a-18",
                "Павел Дёмин",
                "Линия 2",
                "sales",
                Direction.OUTBOUND,
                new CustomerRef("cd".repeat(32), "0001"),
                "tv",
                "ru",
                List.of(),
                null,
                Map.of("branch", "sou\"th"));
    }

    private static CallAnalysis repeated(Transcript text) {
        return new CallAnalysis(
                CallFixtures.versions(text, "b"),
                Verdict.NOT_ENOUGH_EVIDENCE,
                List.of(),
                List.of(),
                "refund",
                new RepeatContact(true, 2, "none", List.of(evidence(text, "спасибо"))),
                Resolution.RESOLVED,
                List.<Flag>of());
    }

    private static void onCard(String callId) {
        Jdbi.create(database.dataSource()).useHandle(handle -> {
            handle.execute("TRUNCATE cards CASCADE");
            handle.execute("INSERT INTO cards (contact_reason, state_at, due_at, first_call_at, last_call_at)"
                    + " VALUES ('order-status', now(), now(), now(), now())");
            handle.execute(
                    "INSERT INTO card_calls (call_id, card_id, transcript_hash, severity, joined_at)"
                            + " SELECT ?, card_id, 'x', 2, now() FROM cards",
                    callId);
        });
    }

    @Test
    void propertiesOfAMarkMustMeetInOneMark() {
        // Given
        threeCalls();

        // When
        Criterion both = new Marked(
                Map.of(MarkField.CODE, Set.of("certainty.deadline-named"), MarkField.POLARITY, Set.of("barrier")), 0);

        // Then
        assertThat(ids(search.find(CallFilter.of(both), Paging.first(), TeamScope.all())))
                .isEmpty();
    }

    @Test
    void everyCriterionMustHold() {
        // Given
        threeCalls();

        // When
        CallFilter filter = CallFilter.of(
                new Is(CallField.TEAM, Set.of("Линия 1")), new Is(CallField.STATE, Set.of("recorded", "failed")));

        // Then
        assertThat(ids(search.find(filter, Paging.first(), TeamScope.all()))).containsExactly("new");
    }

    @Test
    void anotherTeamsCallsAreNotThere() {
        // Given
        threeCalls();
        TeamScope second = TeamScope.of(Set.of("Линия 2"));

        // When
        CallPage page = search.find(CallFilter.everything(), Paging.first(), second);
        Facets facets = search.facets(second);

        // Then
        assertThat(ids(page)).containsExactly("calm");
        assertThat(page.total()).isEqualTo(new Total(1, true));
        assertThat(search.ids(CallFilter.everything(), 100, second)).containsExactly(new CallId("calm"));
        assertThat(search.calls(List.of(new CallId("loud"), new CallId("calm")), second))
                .extracting(call -> call.entry().callId().value())
                .containsExactly("calm");
        assertThat(facets)
                .isEqualTo(new Facets(
                        List.of("Линия 2"),
                        List.of("sales"),
                        List.of("tv"),
                        List.of(new Facets.Agent("a-18", "Павел Дёмин"))));
        assertThat(ids(search.find(CallFilter.of(new Is(CallField.TEAM, Set.of("Линия 1"))), Paging.first(), second)))
                .isEmpty();
        assertThat(search.find(CallFilter.everything(), Paging.first(), TeamScope.of(Set.of()))
                        .total()
                        .count())
                .isZero();
    }

    @Test
    void facetsAreKeptForEachScope() {
        // Given
        threeCalls();

        // When
        Facets before = search.facets(TeamScope.of(Set.of("Линия 2")));
        Facets all = search.facets(TeamScope.all());

        // Then
        assertThat(before.teams()).containsExactly("Линия 2");
        assertThat(all.teams()).containsExactly("Линия 1", "Линия 2");
        assertThat(all.agents()).extracting(Facets.Agent::name).containsExactly("Ирина Климова", "Павел Дёмин");
    }

    @Test
    void aFoundCallShowsWhatWasHeard() {
        // Given
        threeCalls();

        // When
        CallSummary loud = search.find(CallFilter.of(new Flagged(true)), Paging.first(), TeamScope.all())
                .calls()
                .get(0)
                .call();

        // Then
        assertThat(loud.flags()).satisfiesExactly(flag -> {
            assertThat(flag.rule()).isEqualTo("churn-risk");
            assertThat(flag.words()).isEqualTo("расторгать договор");
            assertThat(flag.startMs())
                    .isEqualTo(evidence(TEXT, "расторгать договор").startMs());
        });
        assertThat(loud.forces()).hasSize(2);
    }

    @Test
    void marksOfAnOldVersionAreNotFound() {
        // Given
        CallTranscribed transcribed = transcribed("c1", metadata(), at(10), TEXT);
        calls.analyzed(transcribed, flagged(transcribed, "book-1", at(20)));

        // When
        calls.analyzed(
                transcribed, analyzed(transcribed, analysis(TEXT, "book-2", List.of(), List.of(), List.of()), at(30)));

        // Then
        for (Criterion gone : List.of(
                marked(MarkField.FORCE, "certainty"),
                new Heard(Set.of("churn-intent")),
                new FlaggedBy(Set.of("churn-risk")),
                new Flagged(true))) {
            assertThat(ids(search.find(CallFilter.of(gone), Paging.first(), TeamScope.all())))
                    .as("%s", gone)
                    .isEmpty();
        }
    }

    @Test
    void pagesHoldEveryCallOnce() {
        // Given
        for (int i = 0; i < 25; i++) {
            calls.recorded(recorded("p" + i, metadata(STARTED.plusSeconds(i / 3), "ru", null), at(i)));
        }

        // When
        List<String> seen = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            CallPage found = search.find(CallFilter.everything(), new Paging(page, 10), TeamScope.all());
            assertThat(found.total()).isEqualTo(new Total(25, true));
            assertThat(found.pages()).isEqualTo(3);
            seen.addAll(ids(found));
        }

        // Then
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(search.ids(CallFilter.everything(), 100, TeamScope.all()))
                .extracting(CallId::value)
                .containsExactlyElementsOf(seen);
    }

    @Test
    void countsUpToABoundAndLeafsNoFurther() {
        // Given
        Jdbi.create(database.dataSource())
                .useHandle(
                        handle -> handle.execute("INSERT INTO calls (call_id, state, language, started_at, recorded_at)"
                                + " SELECT 'many-' || i, 'recorded', 'ru', TIMESTAMPTZ '2026-10-12 10:00Z' + i * INTERVAL '1 second',"
                                + " now() FROM generate_series(1, 10300) i"));

        // When
        CallPage first = search.find(CallFilter.everything(), Paging.first(), TeamScope.all());
        CallPage last = search.find(CallFilter.everything(), new Paging(200, 50), TeamScope.all());
        CallPage beyond = search.find(CallFilter.everything(), new Paging(201, 50), TeamScope.all());

        // Then
        assertThat(first.total()).isEqualTo(new Total(10_000, false));
        assertThat(ids(first)).startsWith("many-10300", "many-10299").hasSize(50);
        assertThat(first.pages()).isEqualTo(200);
        assertThat(ids(last)).startsWith("many-350").hasSize(50);
        assertThat(beyond.calls()).isEmpty();
        assertThat(search.ids(CallFilter.everything(), 10_200, TeamScope.all())).hasSize(10_200);
    }

    private static Instant at(int seconds) {
        return T0.plusSeconds(seconds);
    }

    private static List<String> ids(CallPage page) {
        return page.calls().stream()
                .map(found -> found.call().entry().callId().value())
                .toList();
    }
}
