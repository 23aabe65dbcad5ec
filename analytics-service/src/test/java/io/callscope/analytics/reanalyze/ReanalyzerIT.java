package io.callscope.analytics.reanalyze;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.desk.CardRules;
import io.callscope.analytics.desk.Issues;
import io.callscope.analytics.desk.JdbiCardMaker;
import io.callscope.analytics.desk.NewWork;
import io.callscope.analytics.desk.QueueSettings;
import io.callscope.analytics.desk.Term;
import io.callscope.analytics.live.LiveFolder;
import io.callscope.analytics.live.Rulebook;
import io.callscope.analytics.pipeline.OutboxPublisher;
import io.callscope.analytics.reanalyze.ReanalysisLog.Order;
import io.callscope.analytics.reanalyze.ReanalysisLog.Turn;
import io.callscope.analytics.reanalyze.Reanalyzer.Applied;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.store.JdbiAnalysisOutbox;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.store.JdbiStoredCalls;
import io.callscope.analytics.store.Renewals;
import io.callscope.analytics.users.TeamScope;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.analysis.CallAnalysis;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.transcript.CallTranscribed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stored calls heard again, on a real PostgreSQL, with the shipped configuration and a changed one. */
class ReanalyzerIT {
    private static final Instant ANALYZED = Instant.parse("2026-10-12T12:10:00Z");
    private static final Instant NOW = Instant.parse("2026-10-20T09:00:00Z");
    private static final Span ALL =
            new Span(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2026-11-01T00:00:00Z"), Long.MAX_VALUE);
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String CUSTOMER_SAYS = "здравствуйте у меня тут вопрос про синюю лошадку на упаковке";
    private static final String SAYS_NOTHING_OF_IT = "здравствуйте у меня тут вопрос про красную рыбку на упаковке";

    @TempDir
    static Path before;

    @TempDir
    static Path after;

    private static Rulebook old;
    private static Rulebook changed;

    private final AnalyticsDatabase database = TestDatabase.empty();
    private final Jdbi jdbi = Jdbi.create(database.dataSource());
    private final JdbiReanalyses log = new JdbiReanalyses(database.dataSource());
    private final List<CallAnalyzed> published = new ArrayList<>();

    @BeforeAll
    static void read() {
        LiveFolder.copyTo(before);
        LiveFolder.copyTo(after);
        LiveFolder.change(after);
        LiveFolder.flag(after);
        old = LiveFolder.read(before);
        changed = LiveFolder.read(after);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void saysWhatDiffersWithCallsToListenToAndChangesNothing() throws InterruptedException {
        // Given
        store("c1", CUSTOMER_SAYS);
        store("c2", SAYS_NOTHING_OF_IT);
        store("c3", CUSTOMER_SAYS);

        // When
        Difference difference = compare(changed);

        // Then
        assertThat(difference.calls()).isEqualTo(3);
        assertThat(difference.changed()).isEqualTo(2);
        assertThat(difference.sameVersion()).isZero();
        Change code = difference.codes().get(0);
        assertThat(code.id()).isEqualTo(LiveFolder.CODE);
        assertThat(code.gained()).isEqualTo(2);
        assertThat(code.gainedExamples()).extracting(Example::callId).containsExactlyInAnyOrder("c1", "c3");
        assertThat(code.gainedExamples())
                .allSatisfy(example -> assertThat(example.address()).contains("#t="));
        assertThat(difference.flags()).extracting(Change::id).contains("danger");
        assertThat(analysisOf("c1").versions().codebookHash())
                .isEqualTo(old.codebook().hash());
        assertThat(count("analyses")).isEqualTo(3);
    }

    @Test
    void theSameConfigurationMakesNoDifference() throws InterruptedException {
        // Given
        store("c1", CUSTOMER_SAYS);

        // When
        Difference difference = compare(old);

        // Then
        assertThat(difference.changed()).isZero();
        assertThat(difference.sameVersion()).isEqualTo(1);
        assertThat(difference.codes()).isEmpty();
    }

    @Test
    void onlyCallsOfTheSpanAreHeardAndNoMoreThanTheLimit() throws InterruptedException {
        // Given
        for (int i = 0; i < 3; i++) {
            store("c" + i, CUSTOMER_SAYS);
        }
        Span one = new Span(ALL.from(), ALL.to(), 1);
        Span later = new Span(CallFixtures.STARTED.plusSeconds(1), ALL.to(), Long.MAX_VALUE);

        // When, Then
        try (Reanalyzer reanalyzer = reanalyzer(changed)) {
            assertThat(reanalyzer.compare(one, Progress.NONE).calls()).isEqualTo(1);
            assertThat(reanalyzer.compare(later, Progress.NONE).calls()).isZero();
        }
    }

    @Test
    void whatIsPutInForceIsShownAndPublishedAndTheOneBeforeStaysReadable() throws InterruptedException {
        // Given
        store("c1", CUSTOMER_SAYS);
        store("c2", SAYS_NOTHING_OF_IT);
        String before = analysisOf("c1").versions().key();

        // When
        Applied applied = apply(changed, renewals(NewWork.NONE));
        publisher().publishAll();

        // Then
        assertThat(applied).isEqualTo(new Applied(2, 0, 0));
        CallAnalysis shown = analysisOf("c1");
        assertThat(LiveFolder.codes(shown)).contains(LiveFolder.CODE);
        assertThat(shown.versions().key()).isNotEqualTo(before);
        assertThat(versionsOf("c1")).contains(before).hasSize(2);
        assertThat(published).extracting(one -> one.callId().value()).containsExactlyInAnyOrder("c1", "c2");
        assertThat(published).allSatisfy(one -> assertThat(one.analyzedAt()).isEqualTo(NOW));
        assertThat(log.latest(1, TeamScope.all()).get(0).state()).isEqualTo("applied");
        assertThat(log.latest(1, TeamScope.all()).get(0).renewed()).isEqualTo(2);
    }

    @Test
    void doneAgainItFindsNothingToDoAndPublishesNothing() throws InterruptedException {
        // Given
        store("c1", CUSTOMER_SAYS);
        apply(changed, renewals(NewWork.NONE));
        publisher().publishAll();
        published.clear();

        // When
        Applied again = apply(changed, renewals(NewWork.NONE));
        publisher().publishAll();

        // Then
        assertThat(again).isEqualTo(new Applied(0, 1, 0));
        assertThat(published).isEmpty();
    }

    @Test
    void brokenOffInTheMiddleItGoesOnWhereItWas() throws InterruptedException {
        // Given: the store goes away after two of five calls
        for (int i = 0; i < 5; i++) {
            store("c" + i, CUSTOMER_SAYS);
        }
        Renewals real = renewals(NewWork.NONE);
        int[] left = {2};
        Renewals breaking = (transcribed, analyzed, renewal) -> {
            if (left[0]-- == 0) {
                throw new RetryableException("away", null);
            }
            return real.renew(transcribed, analyzed, renewal);
        };

        // When
        assertThatThrownBy(() -> apply(changed, breaking)).isInstanceOf(RetryableException.class);
        Applied rest = apply(changed, real);
        publisher().publishAll();

        // Then
        assertThat(rest).isEqualTo(new Applied(3, 2, 0));
        assertThat(published)
                .extracting(one -> one.callId().value())
                .containsExactlyInAnyOrder("c0", "c1", "c2", "c3", "c4");
        assertThat(log.latest(2, TeamScope.all())).extracting(Reanalysis::state).containsExactly("applied", "applying");
    }

    @Test
    void anAnalysisThatCameInBetweenIsNotOverwritten() throws InterruptedException {
        // Given: the service hears the call anew while the reanalysis has it in its hands
        CallTranscribed call = store("c1", CUSTOMER_SAYS);
        Renewals real = renewals(NewWork.NONE);
        Renewals late = (transcribed, analyzed, renewal) -> {
            CallAnalysis heard =
                    CallFixtures.analysis(call.transcript(), "book-of-the-service", List.of(), List.of(), List.of());
            CallAnalyzed newer = new CallAnalyzed(call.callId(), call.metadata(), heard, NOW.minusSeconds(1));
            repository(NewWork.ALL).analyzed(call, newer);
            return real.renew(transcribed, analyzed, renewal);
        };

        // When
        Applied applied = apply(changed, late);

        // Then
        assertThat(applied).isEqualTo(new Applied(0, 0, 1));
        assertThat(analysisOf("c1").versions().codebookHash()).isEqualTo("book-of-the-service");
        assertThat(log.latest(1, TeamScope.all()).get(0).passedOver()).isEqualTo(1);
    }

    @Test
    void oneAtATimePutsInForce() {
        // When, Then
        try (Turn first = log.takeTurn()) {
            assertThatThrownBy(log::takeTurn)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("one at a time");
        }
        log.takeTurn().close();
    }

    @Test
    void callsThatAreFlaggedNowMakeNoWorkUnlessAskedFor() throws InterruptedException {
        // Given
        store("c1", CUSTOMER_SAYS);

        // When
        apply(changed, renewals(NewWork.NONE));
        long without = count("cards");
        store("c2", CUSTOMER_SAYS);
        apply(changed, renewals(NewWork.NOTHING_REOPENED));

        // Then
        assertThat(without).isZero();
        assertThat(count("cards")).isEqualTo(1);
    }

    @Test
    void aClosedCardStaysClosedAndWhatPeopleSaidStays() throws InterruptedException {
        // Given: the customer has a card that somebody checked, with a verdict
        CallTranscribed first = store("c1", CUSTOMER_SAYS);
        CallAnalysis flagged = changed.step().apply(first);
        repository(NewWork.ALL)
                .analyzed(first, new CallAnalyzed(first.callId(), first.metadata(), flagged, ANALYZED.plusSeconds(1)));
        jdbi.useHandle(handle -> {
            handle.execute(
                    "UPDATE cards SET state = 'checked', by_login = 'anna', by_name = 'Anna', outcome = 'confirmed'");
            handle.execute("INSERT INTO verdicts (call_id, rule, outcome, by_login, by_name, at)"
                    + " SELECT 'c1', 'churn-risk', 'confirmed', 'anna', 'Anna', now()");
        });
        store("c2", CUSTOMER_SAYS);

        // When
        apply(changed, renewals(NewWork.NOTHING_REOPENED));

        // Then
        assertThat(strings("SELECT state FROM cards")).containsExactly("checked");
        assertThat(strings("SELECT call_id FROM card_calls")).containsExactlyInAnyOrder("c1", "c2");
        assertThat(count("verdicts")).isEqualTo(1);
        assertThat(strings("SELECT what FROM card_events")).doesNotContain("reopened");
    }

    @Test
    void examplesOfOtherTeamsAreLeftOut() throws InterruptedException {
        // Given
        store("c1", CUSTOMER_SAYS);
        log.compared(new Order("v", ALL.from(), ALL.to(), "anna"), compare(changed), NOW);

        // When
        Reanalysis mine = log.find(1, TeamScope.of(Set.of("Линия 1"))).orElseThrow();
        Reanalysis others = log.find(1, TeamScope.of(Set.of("Линия 7"))).orElseThrow();

        // Then
        assertThat(mine.difference().codes().get(0).gainedExamples()).hasSize(1);
        assertThat(others.difference().codes().get(0).gainedExamples()).isEmpty();
        assertThat(others.difference().codes().get(0).gained()).isEqualTo(1);
    }

    private CallTranscribed store(String id, String customerSays) {
        CallTranscribed call = CallFixtures.transcribed(
                id,
                CallFixtures.metadata(),
                ANALYZED.minus(Duration.ofMinutes(1)),
                CallFixtures.transcript("ru", "О добрый день чем могу помочь", "К " + customerSays));
        CallAnalyzed analyzed =
                new CallAnalyzed(call.callId(), call.metadata(), old.step().apply(call), ANALYZED);
        repository(NewWork.ALL).analyzed(call, analyzed);
        return call;
    }

    private JdbiCallRepository repository(NewWork work) {
        CardRules rules = CardRules.always(changed.flags(), Issues.of(changed.codebook()));
        return new JdbiCallRepository(
                database.dataSource(),
                new JdbiCardMaker(rules, QueueSettings.usual(), new Term(ZoneId.of("Europe/Moscow")), work));
    }

    private Renewals renewals(NewWork work) {
        return repository(work);
    }

    private Reanalyzer reanalyzer(Rulebook rulebook) {
        return new Reanalyzer(new JdbiStoredCalls(database.dataSource()), rulebook, 2, CLOCK);
    }

    private Difference compare(Rulebook rulebook) throws InterruptedException {
        try (Reanalyzer reanalyzer = reanalyzer(rulebook)) {
            return reanalyzer.compare(ALL, Progress.NONE);
        }
    }

    private Applied apply(Rulebook rulebook, Renewals renewals) throws InterruptedException {
        try (Reanalyzer reanalyzer = reanalyzer(rulebook)) {
            long number = log.compared(
                    new Order(rulebook.version(), ALL.from(), ALL.to(), "anna"),
                    reanalyzer.compare(ALL, Progress.NONE),
                    NOW);
            return reanalyzer.apply(number, ALL, renewals, log, Progress.NONE);
        }
    }

    private OutboxPublisher publisher() {
        return new OutboxPublisher(
                "renewals",
                JdbiAnalysisOutbox.ofRenewals(database.dataSource()),
                (topic, callId, event) -> published.add((CallAnalyzed) event),
                CLOCK);
    }

    private CallAnalysis analysisOf(String id) {
        return requireNonNull(repository(NewWork.ALL)
                        .detail(new CallId(id), TeamScope.all())
                        .orElseThrow()
                        .analysis())
                .analysis();
    }

    private List<String> versionsOf(String id) {
        return strings("SELECT version_key FROM analyses WHERE call_id = '%s'".formatted(id));
    }

    private List<String> strings(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private long count(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one());
    }
}
