package io.callscope.analytics.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.callscope.analytics.classify.RulesClassifier;
import io.callscope.analytics.codebook.Codebook;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.analytics.flags.FlagRules;
import io.callscope.analytics.llm.LlmFixtures;
import io.callscope.analytics.llm.ParkedCalls;
import io.callscope.analytics.llm.ScriptedModel;
import io.callscope.analytics.llm.ask.LlmFailedException;
import io.callscope.analytics.llm.ask.LlmFailure;
import io.callscope.analytics.parties.CorrectedParties;
import io.callscope.analytics.parties.PartyCorrection;
import io.callscope.analytics.store.CallFailure;
import io.callscope.analytics.store.CallFixtures;
import io.callscope.analytics.talk.TalkSettings;
import io.callscope.kit.consume.DeadLetter;
import io.callscope.kit.consume.Received;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.publish.EventPublisher;
import io.callscope.kit.topic.Topics;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.json.EventJson;
import io.callscope.model.talk.TalkSpan;
import io.callscope.model.transcript.CallTranscribed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnalyticsHandlerTest {
    private static final Path CONFIG = Path.of("..", "deploy", "config");
    private static final Codebook CODEBOOK = CodebookLoader.load(CONFIG);
    private static final RulesClassifier CLASSIFIER = new RulesClassifier(CODEBOOK);
    private static final Instant NOW = Instant.parse("2026-10-12T12:00:00Z");
    private static final CallId CALL = new CallId("call-1");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CollectedCalls calls = new CollectedCalls();
    private final List<CallAnalyzed> published = new ArrayList<>();
    private final AnalyticsHandler handler = handler((topic, callId, event) -> published.add((CallAnalyzed) event));

    @Test
    void storesAndPublishesTheSameAnalysis() throws InterruptedException {
        // Given
        CallTranscribed call = transcribed("обещали перезвонить вчера и никто так и не перезвонил");

        // When
        handler.handle(received(Topics.TRANSCRIBED, EventJson.write(call), Map.of()));

        // Then
        assertThat(published).hasSize(1);
        assertThat(calls.analyzed).isEqualTo(published);
        assertThat(published.get(0).analysis().versions().transcriptHash()).isEqualTo(call.transcriptHash());
    }

    @Test
    void holdsTheTranscriptAgainstTheNewestCorrectionBeforeItIsStored() throws InterruptedException {
        // Given: somebody takes his correction back while the call is analyzed
        CallTranscribed call = transcribed("обещали перезвонить вчера и никто так и не перезвонил");
        CallTranscribed swapped = CorrectedParties.swapped(call);
        calls.corrections.add(correction(1, true, swapped));
        calls.corrections.add(correction(2, false, call));

        // When
        handler.handle(received(Topics.TRANSCRIBED, EventJson.write(call), Map.of()));

        // Then
        assertThat(published).hasSize(1);
        assertThat(published.get(0).analysis().versions().transcriptHash()).isEqualTo(call.transcriptHash());
    }

    @Test
    void aCorrectionIsAppliedToWhatComesAgain() throws InterruptedException {
        // Given
        CallTranscribed call = transcribed("обещали перезвонить вчера и никто так и не перезвонил");
        CallTranscribed swapped = CorrectedParties.swapped(call);
        calls.corrections.add(correction(1, true, swapped));

        // When
        handler.handle(received(Topics.TRANSCRIBED, EventJson.write(call), Map.of()));

        // Then
        assertThat(published.get(0).analysis().versions().transcriptHash())
                .isEqualTo(swapped.transcriptHash())
                .isNotEqualTo(call.transcriptHash());
    }

    private static PartyCorrection correction(int number, boolean swapped, CallTranscribed confirmed) {
        return new PartyCorrection(
                number,
                swapped,
                "anna",
                "Анна",
                NOW,
                confirmed.transcript().utterances().stream()
                        .map(said -> new PartyCorrection.Turn(said.party(), new TalkSpan(said.startMs(), said.endMs())))
                        .toList());
    }

    @Test
    void aCallIsJudgedByOneAssessorAlsoWhenAnotherTakesOverMeanwhile() throws InterruptedException {
        // Given: while the first judge listens, another one is put in force
        FlagRules flags = FlagRules.load(CONFIG, CODEBOOK);
        AnalyzeStep first = new AnalyzeStep(CLASSIFIER, flags, "book-1", TalkSettings.defaults());
        AnalyzeStep second = new AnalyzeStep(CLASSIFIER, flags, "book-2", TalkSettings.defaults());
        List<Assessor> inForce = new ArrayList<>();
        inForce.add(new Assessor(first, call -> {
            inForce.set(0, Assessor.byRules(second));
            return first.byRules(call);
        }));
        AnalyticsHandler changing = new AnalyticsHandler(
                () -> inForce.get(0),
                ParkedCalls.NONE,
                calls,
                (topic, callId, event) -> published.add((CallAnalyzed) event),
                new AnalyticsMeters(registry),
                Clock.fixed(NOW, ZoneOffset.UTC));
        byte[] call = EventJson.write(transcribed("обещали перезвонить вчера и никто так и не перезвонил"));

        // When
        changing.handle(received(Topics.TRANSCRIBED, call, Map.of()));
        changing.handle(received(Topics.TRANSCRIBED, call, Map.of()));

        // Then
        assertThat(published)
                .extracting(each -> each.analysis().versions().codebookHash())
                .containsExactly("book-1", "book-2");
    }

    @Test
    void publishesAgainWhatWasStoredBeforeTheBrokerWentAway() throws InterruptedException {
        // Given
        List<CallAnalyzed> acknowledged = new ArrayList<>();
        boolean[] away = {true};
        AnalyticsHandler unlucky = handler((topic, callId, event) -> {
            if (away[0]) {
                throw new RetryableException("away", null);
            }
            acknowledged.add((CallAnalyzed) event);
        });
        Received record = received(Topics.TRANSCRIBED, EventJson.write(transcribed("где мой заказ")), Map.of());
        catchThrowableOfType(RetryableException.class, () -> unlucky.handle(record));
        away[0] = false;

        // When
        unlucky.handle(record);

        // Then
        assertThat(acknowledged).hasSize(1);
        assertThat(calls.analyzed).hasSize(2);
    }

    @Test
    void aCallThatTheModelHasNoAnswerForIsStoredByTheRulesAndThenParked() throws InterruptedException {
        // Given
        List<String> parked = new ArrayList<>();
        AnalyticsHandler judging = judging(
                new ScriptedModel(question -> {
                    throw new LlmFailedException(LlmFailure.CALL_BUDGET, "task marks-1: 20000 tokens, expected 9000");
                }),
                (call, failure, detail) ->
                        parked.add("%s %s %s after %d".formatted(call, failure.id(), detail, calls.analyzed.size())));
        CallTranscribed call = transcribed("К обещали перезвонить вчера и никто так и не перезвонил");

        // When
        judging.handle(received(Topics.TRANSCRIBED, EventJson.write(call), Map.of()));

        // Then
        assertThat(parked).containsExactly("call-1 call-budget task marks-1: 20000 tokens, expected 9000 after 1");
        assertThat(published).isEqualTo(calls.analyzed);
        assertThat(published.get(0).analysis().versions().classifier()).isEqualTo("rules");
        assertThat(published.get(0).analysis().llm()).isNull();
        assertThat(registry.get("callscope.analytics.llm.unanswered")
                        .tag("reason", "call-budget")
                        .counter()
                        .count())
                .isOne();
    }

    @Test
    void aCallThatTheModelAnswersIsNotParked() throws InterruptedException {
        // Given
        AnalyticsHandler judging = judging(ScriptedModel.deaf(), (call, failure, detail) -> {
            throw new AssertionError("parked");
        });
        CallTranscribed call = transcribed("К обещали перезвонить вчера и никто так и не перезвонил");

        // When
        judging.handle(received(Topics.TRANSCRIBED, EventJson.write(call), Map.of()));

        // Then
        assertThat(published).isEqualTo(calls.analyzed);
        assertThat(published.get(0).analysis().versions().classifier()).isEqualTo("hybrid");
        assertThat(published.get(0).analysis().versions().classifierVersion()).contains("scripted", "temperature=0");
        assertThat(published.get(0).analysis().llm()).isNotNull();
        assertThat(registry.get("callscope.analytics.llm.disagreements")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void nothingIsStoredWhileTheModelIsAway() {
        // Given
        AnalyticsHandler judging = judging(
                new ScriptedModel(question -> {
                    throw new RetryableException("busy", null);
                }),
                (call, failure, detail) -> {
                    throw new AssertionError("parked");
                });
        CallTranscribed call = transcribed("К обещали перезвонить вчера и никто так и не перезвонил");

        // When
        RetryableException away = catchThrowableOfType(
                RetryableException.class,
                () -> judging.handle(received(Topics.TRANSCRIBED, EventJson.write(call), Map.of())));

        // Then
        assertThat(away).isNotNull();
        assertThat(calls.analyzed).isEmpty();
        assertThat(published).isEmpty();
    }

    @Test
    void deadLetterMarksItsCallAsFailedWithTheReason() throws InterruptedException {
        // Given
        byte[] recorded = EventJson.write(CallFixtures.recorded("call-1", CallFixtures.metadata(), NOW));
        DeadLetter letter = new DeadLetter(
                Topics.RECORDED, 0, 7, "transcribe", RejectReason.NOT_AUDIO, "no format fits", 1, NOW, NOW);

        // When
        handler.handle(received(Topics.deadLettersOf(Topics.RECORDED), recorded, letter.toHeaders()));

        // Then
        assertThat(calls.failed).hasSize(1);
        assertThat(calls.failed.get(0).callId()).isEqualTo(CALL);
        assertThat(calls.failed.get(0).reason()).isEqualTo("not-audio");
        assertThat(calls.failed.get(0).metadata()).isEqualTo(CallFixtures.metadata());
    }

    @Test
    void deadLetterThatCannotBeReadStillNamesItsCall() throws InterruptedException {
        // Given
        DeadLetter letter = new DeadLetter(
                Topics.RECORDED, 0, 7, "transcribe", RejectReason.MALFORMED_EVENT, "not a CallRecorded", 1, NOW, NOW);

        // When
        handler.handle(received(
                Topics.deadLettersOf(Topics.RECORDED), "{".getBytes(StandardCharsets.UTF_8), letter.toHeaders()));

        // Then
        assertThat(calls.failed).extracting(CallFailure::callId).containsExactly(CALL);
        assertThat(calls.failed.get(0).reason()).isEqualTo("malformed-event");
    }

    @Test
    void unreadableTranscriptIsRejectedWithoutItsWords() throws InterruptedException {
        // Given
        byte[] broken = "{\"callId\":\"call-1\",\"transcript\":\"a secret word\"}".getBytes(StandardCharsets.UTF_8);

        // When
        RejectedCallException rejection = catchThrowableOfType(
                RejectedCallException.class, () -> handler.handle(received(Topics.TRANSCRIBED, broken, Map.of())));

        // Then
        assertThat(rejection.reason()).isEqualTo(RejectReason.MALFORMED_EVENT);
        assertThat(rejection.getMessage()).doesNotContain("secret");
    }

    private AnalyticsHandler judging(ScriptedModel model, ParkedCalls parked) {
        return new AnalyticsHandler(
                () -> new Assessor(step(), LlmFixtures.judge(model)),
                parked,
                calls,
                (topic, callId, event) -> published.add((CallAnalyzed) event),
                new AnalyticsMeters(registry),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static AnalyzeStep step() {
        return new AnalyzeStep(CLASSIFIER, FlagRules.load(CONFIG, CODEBOOK), CODEBOOK.hash(), TalkSettings.defaults());
    }

    private AnalyticsHandler handler(EventPublisher publisher) {
        return new AnalyticsHandler(
                step(), calls, publisher, new AnalyticsMeters(registry), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static CallTranscribed transcribed(String customerWords) {
        return CallFixtures.transcribed(
                "call-1",
                CallFixtures.metadata(),
                NOW,
                CallFixtures.transcript("ru", "добрый день слушаю вас", customerWords));
    }

    private static Received received(String topic, byte[] value, Map<String, String> headers) {
        return new Received(topic, 0, 0, CALL.value(), value, headers);
    }
}
