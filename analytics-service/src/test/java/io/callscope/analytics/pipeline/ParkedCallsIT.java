package io.callscope.analytics.pipeline;

import static io.callscope.analytics.llm.LlmFixtures.CODEBOOK;
import static io.callscope.analytics.llm.LlmFixtures.CONFIG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.database.AnalyticsDatabase;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.llm.CallJudge;
import io.callscope.analytics.llm.LlmFixtures;
import io.callscope.analytics.llm.ScriptedModel;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.llm.budget.Purse;
import io.callscope.analytics.llm.cache.CachedModel;
import io.callscope.analytics.llm.cache.JdbiAnswerCache;
import io.callscope.analytics.llm.parked.JdbiParkedCalls;
import io.callscope.analytics.llm.parked.JdbiParkedList;
import io.callscope.analytics.llm.parked.JdbiParkedQueue;
import io.callscope.analytics.llm.parked.ParkedList;
import io.callscope.analytics.llm.parked.ParkedList.Entry;
import io.callscope.analytics.llm.parked.ParkedList.Filter;
import io.callscope.analytics.server.TestDatabase;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.store.JdbiCallRepository;
import io.callscope.analytics.talk.TalkSettings;
import io.callscope.analytics.users.TeamScope;
import io.callscope.analytics.web.SettableClock;
import io.callscope.kit.consume.Received;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.publish.EventPublisher;
import io.callscope.kit.topic.Topics;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.json.EventJson;
import io.callscope.model.transcript.CallTranscribed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that a language model has no answer for, until it has one: real database, scripted model. */
class ParkedCallsIT {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final RulesClassifier RULES = new RulesClassifier(CODEBOOK);

    private volatile boolean brokerIsAway;
    private volatile @Nullable RuntimeException failure;
    private volatile @Nullable String garbage;

    private final AnalyticsDatabase database = TestDatabase.empty();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-10-12T20:50:00Z"));
    private final JdbiCallRepository calls = new JdbiCallRepository(database.dataSource());
    private final JdbiParkedCalls parked = new JdbiParkedCalls(database.dataSource(), clock);
    private final JdbiAnswerCache answers = new JdbiAnswerCache(database.dataSource());
    private final ParkedList list = new JdbiParkedList(database.dataSource(), clock);
    private final AnalyticsMeters meters = new AnalyticsMeters(new SimpleMeterRegistry());
    private final AnalyzeStep analyze =
            new AnalyzeStep(RULES, FlagRules.load(CONFIG, CODEBOOK), CODEBOOK.hash(), TalkSettings.defaults());
    private final List<CallAnalyzed> published = new CopyOnWriteArrayList<>();
    private final EventPublisher events = (topic, call, event) -> {
        if (brokerIsAway) {
            throw new RetryableException("the broker is away", null);
        }
        published.add((CallAnalyzed) event);
    };

    private final ScriptedModel model = ScriptedModel.of(
            question -> answer(ScriptedModel.NO_MARKS),
            question -> answer(ScriptedModel.contact("other", "unknown")),
            question -> answer("{\"summary\":\"Раз.\",\"nextStep\":\"\"}"));

    private String answer(String usual) {
        if (failure != null) {
            throw failure;
        }
        return garbage == null ? usual : garbage;
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aCallOverTheDaysBudgetIsTakenUpByItselfWhenTheDayIsOver() throws Exception {
        // Given ten minutes before midnight in Moscow
        failure = new LlmFailedException(LlmFailure.DAY_BUDGET, "task marks-1: no");
        handle("call-1");
        failure = null;

        // When
        boolean tonight = timer().takeUpOne();
        clock.pass(Duration.ofMinutes(11));
        boolean tomorrow = timer().takeUpOne();

        // Then
        assertThat(tonight).isFalse();
        assertThat(tomorrow).isTrue();
        assertThat(classifiers()).containsExactly("rules", "hybrid");
        assertThat(shownClassifier("call-1")).isEqualTo("hybrid");
        assertThat(entries()).isEmpty();
        assertThat(timer().takeUpOne()).isFalse();
    }

    @Test
    void anotherIsTakenUpWhenSomebodyAsksAndAsksTheModelAnewForWhatWasOfNoUse() throws Exception {
        // Given an answer of no use to every question, twice
        garbage = "once upon a time";
        handle("call-1");
        assertThat(model.asked()).hasSize(2);
        handle("call-1");
        assertThat(model.asked()).as("a replay is answered from what is kept").hasSize(2);
        garbage = null;
        clock.pass(Duration.ofDays(3));

        // When
        boolean byItself = timer().takeUpOne();
        List<CallId> asked = list.ask(new Filter("garbage", null), 10, TeamScope.all());
        boolean onDemand = timer().takeUpOne();

        // Then
        assertThat(byItself).isFalse();
        assertThat(asked).containsExactly(new CallId("call-1"));
        assertThat(onDemand).isTrue();
        assertThat(shownClassifier("call-1")).isEqualTo("hybrid");
        assertThat(entries()).isEmpty();
    }

    @Test
    void oneThatGetsNoAnswerAgainWaitsAgainAndNothingIsPublished() throws Exception {
        // Given
        failure = new LlmFailedException(LlmFailure.REFUSED, "task contact: the endpoint declined");
        handle("call-1");
        list.ask(Filter.everything(), 10, TeamScope.all());
        failure = new LlmFailedException(LlmFailure.CUT_OFF, "task contact: cut off");
        clock.pass(Duration.ofMinutes(1));

        // When
        boolean taken = timer().takeUpOne();

        // Then
        assertThat(taken).isTrue();
        assertThat(classifiers()).containsExactly("rules");
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo("cut-off");
            assertThat(entry.detail()).isEqualTo("task contact: cut off");
            assertThat(entry.times()).isEqualTo(2);
            assertThat(entry.askedAt()).isNull();
            assertThat(entry.parkedAt()).isAfter(entry.since());
        });
        assertThat(timer().takeUpOne()).isFalse();
    }

    @Test
    void manyInstancesTakeUpEveryCallOnce() throws Exception {
        // Given
        failure = new LlmFailedException(LlmFailure.REFUSED, "task contact: no");
        for (int i = 1; i <= 12; i++) {
            handle("call-" + i);
        }
        failure = null;
        int before = model.asked().size();
        list.ask(Filter.everything(), 100, TeamScope.all());

        // When
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ParkedCallTimer timer = timer();
            Thread thread = new Thread(() -> {
                try {
                    while (timer.takeUpOne()) {
                        Thread.onSpinWait();
                    }
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        // Then four questions a call
        assertThat(model.asked()).hasSize(before + 12 * 4);
        assertThat(published).hasSize(24);
        assertThat(entries()).isEmpty();
    }

    @Test
    void whatIsBrokenOffBeforeTheBrokerHasItIsDoneAgainForNothing() throws Exception {
        // Given
        failure = new LlmFailedException(LlmFailure.REFUSED, "task contact: no");
        handle("call-1");
        failure = null;
        list.ask(Filter.everything(), 10, TeamScope.all());
        brokerIsAway = true;
        assertThatThrownBy(() -> timer().takeUpOne()).isInstanceOf(RetryableException.class);
        int paid = model.asked().size();
        brokerIsAway = false;

        // When
        boolean again = timer().takeUpOne();

        // Then
        assertThat(again).isTrue();
        assertThat(model.asked()).hasSize(paid);
        assertThat(classifiers()).containsExactly("rules", "hybrid");
        assertThat(entries()).isEmpty();
    }

    @Test
    void whileTheModelIsAwayACallStaysParkedAsItWas() throws Exception {
        // Given
        failure = new LlmFailedException(LlmFailure.REFUSED, "task contact: no");
        handle("call-1");
        list.ask(Filter.everything(), 10, TeamScope.all());
        List<Entry> before = entries();
        failure = new RetryableException("away", null);

        // When
        assertThatThrownBy(() -> timer().takeUpOne()).isInstanceOf(RetryableException.class);

        // Then
        assertThat(entries()).isEqualTo(before);
        failure = null;
        assertThat(timer().takeUpOne()).isTrue();
    }

    @Test
    void whatWasClaimedByAnInstanceThatIsGoneIsTakenUpLater() throws Exception {
        // Given
        failure = new LlmFailedException(LlmFailure.REFUSED, "task contact: no");
        handle("call-1");
        failure = null;
        list.ask(Filter.everything(), 10, TeamScope.all());
        new JdbiParkedQueue(database.dataSource(), clock).claim(clock.instant(), Duration.ofMinutes(6));

        // When
        boolean early = timer().takeUpOne();
        clock.pass(Duration.ofMinutes(6).plusMillis(1));
        boolean late = timer().takeUpOne();

        // Then
        assertThat(early).isFalse();
        assertThat(late).isTrue();
    }

    @Test
    void anAnalysisOfATranscriptThatIsNotShownAnyMoreIsNotStored() throws Exception {
        // Given a newer recognition that comes while the model is asked about the older
        failure = new LlmFailedException(LlmFailure.REFUSED, "task contact: no");
        handle("call-1");
        failure = null;
        list.ask(Filter.everything(), 10, TeamScope.all());
        CallTranscribed newer = transcribed("call-1", "К а что с моим возвратом денег за билет скажите пожалуйста");
        CallJudge slow = call -> {
            clock.pass(Duration.ofSeconds(1));
            calls.analyzed(
                    newer, new CallAnalyzed(call.callId(), call.metadata(), analyze.apply(newer), clock.instant()));
            clock.pass(Duration.ofSeconds(1));
            return judge().judge(call);
        };

        // When
        timer(slow).takeUpOne();

        // Then
        assertThat(shownHash("call-1")).isEqualTo(newer.transcriptHash());
        assertThat(classifiers()).containsExactly("rules");
        assertThat(timer().takeUpOne()).isTrue();
        assertThat(shownHash("call-1")).isEqualTo(newer.transcriptHash());
        assertThat(shownClassifier("call-1")).isEqualTo("hybrid");
    }

    @Test
    void oneCallThatCannotBeTakenUpDoesNotKeepTheOthersWaiting() throws Exception {
        // Given
        failure = new LlmFailedException(LlmFailure.REFUSED, "task contact: no");
        handle("call-1");
        clock.pass(Duration.ofSeconds(1));
        handle("call-2");
        failure = null;
        list.ask(Filter.everything(), 10, TeamScope.all());
        CallJudge broken = call -> {
            if (call.callId().value().equals("call-1")) {
                throw new IllegalStateException("a mistake of the program");
            }
            return judge().judge(call);
        };

        // When
        ParkedCallTimer timer = timer(broken);
        while (timer.takeUpOne()) {
            clock.pass(Duration.ofSeconds(1));
        }

        // Then
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.callId()).isEqualTo(new CallId("call-1"));
            assertThat(entry.detail()).isEqualTo("taken up in vain: IllegalStateException");
        });
    }

    private CallJudge judge() {
        return LlmFixtures.judge(new CachedModel(model, answers, Purse.OPEN));
    }

    private ParkedCallTimer timer() {
        return timer(judge());
    }

    private ParkedCallTimer timer(CallJudge judge) {
        return new ParkedCallTimer(
                new ParkedCallResumer(
                        () -> new Assessor(analyze, judge), parked, answers, calls, events, meters, clock),
                new JdbiParkedQueue(database.dataSource(), clock),
                parked,
                MOSCOW,
                60,
                clock);
    }

    /** As it comes from the topic. */
    private void handle(String call) throws InterruptedException {
        byte[] event = EventJson.write(
                transcribed(call, "К обещали перезвонить вчера и никто так и не перезвонил по заявке " + call));
        new AnalyticsHandler(() -> new Assessor(analyze, judge()), parked, calls, events, meters, clock)
                .handle(new Received(Topics.TRANSCRIBED, 0, 0, call, event, Map.of()));
        clock.pass(Duration.ofMillis(1));
    }

    private static CallTranscribed transcribed(String call, String line) {
        return CallFixtures.transcribed(
                call,
                CallFixtures.metadata(),
                Instant.parse("2026-10-12T12:00:00Z"),
                CallFixtures.transcript("ru", "О добрый день слушаю вас внимательно", line));
    }

    private List<String> classifiers() {
        return published.stream()
                .map(event -> event.analysis().versions().classifier())
                .toList();
    }

    private String shownClassifier(String call) {
        return calls.detail(new CallId(call), TeamScope.all())
                .orElseThrow()
                .analysis()
                .analysis()
                .versions()
                .classifier();
    }

    private String shownHash(String call) {
        return calls.detail(new CallId(call), TeamScope.all())
                .orElseThrow()
                .entry()
                .transcriptHash();
    }

    private List<Entry> entries() {
        return list.find(Filter.everything(), 100, 0, TeamScope.all()).calls();
    }
}
