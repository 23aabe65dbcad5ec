package io.callscope.analytics.store;

import static io.callscope.analytics.store.CallFixtures.STARTED;
import static io.callscope.analytics.store.CallFixtures.analysis;
import static io.callscope.analytics.store.CallFixtures.analyzed;
import static io.callscope.analytics.store.CallFixtures.failure;
import static io.callscope.analytics.store.CallFixtures.flagged;
import static io.callscope.analytics.store.CallFixtures.metadata;
import static io.callscope.analytics.store.CallFixtures.recorded;
import static io.callscope.analytics.store.CallFixtures.transcribed;
import static io.callscope.analytics.store.CallFixtures.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import io.callscope.analytics.users.TeamScope;
import io.callscope.model.analysis.CallAnalyzed;
import io.callscope.model.call.CallId;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Waveform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a repository of calls holds to. */
abstract class CallRepositoryContract {
    private static final Instant T0 = Instant.parse("2026-10-12T12:00:00.123456789Z");
    private static final Transcript TEXT = transcript(
            "ru",
            "О добрый день чем могу помочь",
            "К где мой заказ сколько еще ждать",
            "К я буду расторгать договор",
            "О привезут завтра до обеда");

    /** An empty repository. */
    abstract CallRepository repository();

    @Test
    void theWaveformComesWithTheTranscriptThatItBelongsTo() {
        // Given
        CallRepository calls = repository();
        Transcript text = CallFixtures.transcript("ru", "К сколько еще ждать");
        Waveform waveform = Waveform.of(8, List.of(new byte[] {0, 1, -1}, new byte[] {-128, 127, 0}));
        CallTranscribed old = CallFixtures.transcribed("drawn", CallFixtures.metadata(), CallFixtures.STARTED, text);

        // When
        calls.transcribed(old);
        CallDetail before = calls.detail(old.callId(), TeamScope.all()).orElseThrow();
        calls.transcribed(measured(old, waveform));
        calls.transcribed(measured(old, Waveform.of(1, List.of(new byte[] {9}, new byte[] {9}))));
        CallDetail after = calls.detail(old.callId(), TeamScope.all()).orElseThrow();

        // Then
        assertThat(before.waveform()).isNull();
        assertThat(after.waveform()).isEqualTo(waveform);
    }

    private static CallTranscribed measured(CallTranscribed event, Waveform waveform) {
        return new CallTranscribed(
                event.callId(),
                event.metadata(),
                event.audio(),
                event.transcript(),
                event.transcriptHash(),
                waveform,
                event.levels(),
                event.playback(),
                event.transcribedAt(),
                event.processingMs());
    }

    @Test
    void goesThroughTheStatesInOrder() {
        // Given
        CallRepository calls = repository();
        CallTranscribed transcribed = transcribed("c1", metadata(), at(10), TEXT);

        // When
        List<CallState> states = new ArrayList<>();
        calls.recorded(recorded("c1", metadata(), at(0)));
        states.add(state(calls, "c1"));
        calls.transcribed(transcribed);
        states.add(state(calls, "c1"));
        calls.analyzed(transcribed, flagged(transcribed, "book-1", at(20)));
        states.add(state(calls, "c1"));

        // Then
        assertThat(states).containsExactly(CallState.RECORDED, CallState.TRANSCRIBED, CallState.ANALYZED);
    }

    @Test
    void keepsEverythingThatWasSaid() {
        // Given
        CallRepository calls = repository();
        CallTranscribed transcribed = transcribed("c1", metadata(), at(10), TEXT);
        CallAnalyzed analyzed = flagged(transcribed, "book-1", at(20));

        // When
        calls.analyzed(transcribed, analyzed);

        // Then
        CallDetail detail = calls.detail(new CallId("c1"), TeamScope.all()).orElseThrow();
        assertThat(detail.entry().metadata()).isEqualTo(metadata());
        assertThat(detail.entry().audio()).isEqualTo(CallFixtures.audio());
        assertThat(detail.transcript()).isNotNull();
        assertThat(detail.transcript().transcript()).isEqualTo(TEXT);
        assertThat(detail.transcript().hash()).isEqualTo(TEXT.hash());
        assertThat(detail.analysis()).isNotNull();
        assertThat(detail.analysis().analysis()).isEqualTo(analyzed.analysis());
    }

    @Test
    void keepsWhatALanguageModelAdds() {
        // Given
        CallRepository calls = repository();
        CallTranscribed transcribed = transcribed("c1", metadata(), at(10), TEXT);
        CallAnalyzed analyzed = CallFixtures.withModel(
                flagged(transcribed, "book-1", at(20)), CallFixtures.report("Раз. Два. Три.", "Перезвонить."));

        // When
        calls.analyzed(transcribed, analyzed);

        // Then
        CallDetail detail = calls.detail(new CallId("c1"), TeamScope.all()).orElseThrow();
        assertThat(detail.analysis()).isNotNull();
        assertThat(detail.analysis().analysis()).isEqualTo(analyzed.analysis());
    }

    @Test
    void theSameEventTwiceChangesNothing() {
        // Given
        CallRepository calls = repository();
        CallTranscribed transcribed = transcribed("c1", metadata(), at(10), TEXT);
        CallAnalyzed analyzed = flagged(transcribed, "book-1", at(20));
        calls.recorded(recorded("c1", metadata(), at(0)));
        calls.analyzed(transcribed, analyzed);
        CallDetail before = calls.detail(new CallId("c1"), TeamScope.all()).orElseThrow();

        // When
        calls.analyzed(transcribed, analyzed);
        calls.transcribed(transcribed);
        calls.recorded(recorded("c1", metadata(), at(0)));

        // Then
        assertThat(calls.detail(new CallId("c1"), TeamScope.all())).contains(before);
    }

    @Test
    void aRedoOfTheSameVersionKeepsTheTimesThatShow() {
        // Given
        CallRepository calls = repository();
        CallTranscribed first = transcribed("c1", metadata(), at(10), TEXT);
        calls.analyzed(first, flagged(first, "book-1", at(20)));
        CallTranscribed again = transcribed("c1", metadata(), at(110), TEXT);

        // When
        calls.analyzed(again, flagged(again, "book-1", at(120)));

        // Then
        CallEntry entry = entry(calls, "c1");
        assertThat(entry.transcribedAt()).isEqualTo(CallEntry.stored(at(10)));
        assertThat(entry.analyzedAt()).isEqualTo(CallEntry.stored(at(20)));
    }

    @Test
    void anOlderVersionNeverBecomesCurrent() {
        // Given
        CallRepository calls = repository();
        CallTranscribed transcribed = transcribed("c1", metadata(), at(10), TEXT);
        CallAnalyzed older = flagged(transcribed, "book-1", at(20));
        CallAnalyzed newer = flagged(transcribed, "book-2", at(30));
        calls.analyzed(transcribed, newer);

        // When
        calls.analyzed(transcribed, older);

        // Then
        assertThat(entry(calls, "c1").analysis()).isNotNull();
        assertThat(entry(calls, "c1").analysis().versionKey())
                .isEqualTo(newer.analysis().versions().key());
    }

    @Test
    void anAnalysisKeepsItsOwnTranscriptUntilANewerOneIsAnalyzed() {
        // Given
        CallRepository calls = repository();
        CallTranscribed first = transcribed("c1", metadata(), at(10), TEXT);
        calls.analyzed(first, flagged(first, "book-1", at(20)));
        CallTranscribed second =
                transcribed("c1", metadata(), at(30), transcript("ru", "К где мой заказ", "К буду расторгать договор"));

        // When
        calls.transcribed(second);
        String shownBetween = entry(calls, "c1").transcriptHash();
        calls.analyzed(
                second, analyzed(second, analysis(second.transcript(), "b", List.of(), List.of(), List.of()), at(40)));

        // Then
        assertThat(shownBetween).isEqualTo(TEXT.hash());
        assertThat(entry(calls, "c1").transcriptHash()).isEqualTo(second.transcriptHash());
        assertThat(entry(calls, "c1").analysis().flagPriority()).isNull();
    }

    @Test
    void aLateRecordingDoesNotTakeACallBack() {
        // Given
        CallRepository calls = repository();
        CallTranscribed transcribed = transcribed("c1", metadata(), at(10), TEXT);
        calls.transcribed(transcribed);

        // When
        calls.recorded(recorded("c1", metadata(STARTED.plusSeconds(9), "en", null), at(0)));

        // Then
        assertThat(state(calls, "c1")).isEqualTo(CallState.TRANSCRIBED);
        assertThat(entry(calls, "c1").metadata()).isEqualTo(metadata());
    }

    @Test
    void aSuccessMakesUpForAnOlderFailureAndNeverTheOtherWayRound() {
        // Given
        CallRepository calls = repository();
        CallTranscribed transcribed = transcribed("c1", metadata(), at(10), TEXT);
        calls.failed(failure("c1", at(5)));
        CallState afterFailure = state(calls, "c1");

        // When
        calls.analyzed(transcribed, flagged(transcribed, "book-1", at(20)));
        calls.failed(failure("c1", at(6)));

        // Then
        assertThat(afterFailure).isEqualTo(CallState.FAILED);
        assertThat(state(calls, "c1")).isEqualTo(CallState.ANALYZED);
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        for (long seed = 0; seed < 30; seed++) {
            // Given
            CallRepository calls = repository();
            String id = "order-" + seed;
            CallTranscribed transcribed = transcribed(id, metadata(), at(10), TEXT);
            List<Runnable> events = new ArrayList<>(List.of(
                    () -> calls.recorded(recorded(id, metadata(), at(0))),
                    () -> calls.failed(failure(id, at(5))),
                    () -> calls.transcribed(transcribed),
                    () -> calls.analyzed(transcribed, flagged(transcribed, "book-1", at(20))),
                    () -> calls.analyzed(transcribed, flagged(transcribed, "book-2", at(30))),
                    () -> calls.analyzed(transcribed, flagged(transcribed, "book-1", at(20)))));
            Collections.shuffle(events, new Random(seed));

            // When
            events.forEach(Runnable::run);

            // Then
            CallEntry entry = entry(calls, id);
            assertThat(entry.state()).as("seed %d", seed).isEqualTo(CallState.ANALYZED);
            assertThat(entry.analyzedAt()).as("seed %d", seed).isEqualTo(CallEntry.stored(at(30)));
            assertThat(entry.recordedAt()).as("seed %d", seed).isEqualTo(CallEntry.stored(at(0)));
        }
    }

    @Test
    void listsOtherCallsOfTheCustomer() {
        // Given
        CallRepository calls = repository();
        calls.recorded(recorded("mon", metadata(), at(0)));
        calls.recorded(recorded(
                "tue", metadata(STARTED.plusSeconds(86_400), "ru", metadata().customer()), at(1)));
        calls.recorded(recorded("stranger", metadata(STARTED, "ru", null), at(1)));

        // When
        CallDetail detail = calls.detail(new CallId("mon"), TeamScope.all()).orElseThrow();

        // Then
        assertThat(detail.sameCustomer())
                .extracting(c -> c.entry().callId().value())
                .containsExactly("tue");
        assertThat(calls.detail(new CallId("stranger"), TeamScope.all())
                        .orElseThrow()
                        .sameCustomer())
                .isEmpty();
        assertThat(calls.detail(new CallId("nobody"), TeamScope.all())).isEmpty();
    }

    static Instant at(int seconds) {
        return T0.plusSeconds(seconds);
    }

    private static CallState state(CallRepository calls, String id) {
        return entry(calls, id).state();
    }

    private static CallEntry entry(CallRepository calls, String id) {
        return calls.detail(new CallId(id), TeamScope.all()).orElseThrow().entry();
    }
}
