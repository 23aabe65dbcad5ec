package io.callscope.transcribe.handle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.callscope.kit.consume.Received;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.kit.failure.RetryableException;
import io.callscope.kit.topic.Topics;
import io.callscope.model.call.CallId;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.json.EventJson;
import io.callscope.model.recording.AudioManifest;
import io.callscope.model.recording.CallRecorded;
import io.callscope.model.transcript.CallImported;
import io.callscope.model.transcript.CallTranscribed;
import io.callscope.model.transcript.Parties;
import io.callscope.model.transcript.RoleSource;
import io.callscope.model.transcript.Separation;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptSource;
import io.callscope.model.transcript.Utterance;
import io.callscope.model.transcript.Waveform;
import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.AudioLimits;
import io.callscope.transcribe.audio.EncodedBytes;
import io.callscope.transcribe.audio.LocalListeningCopier;
import io.callscope.transcribe.audio.Tones;
import io.callscope.transcribe.audio.WavBytes;
import io.callscope.transcribe.meter.TranscribeMeter;
import io.callscope.transcribe.meter.TranscribeMeters;
import io.callscope.transcribe.playback.PlaybackStep;
import io.callscope.transcribe.recognize.LocalRecordingRecognizer;
import io.callscope.transcribe.recognize.ScriptedRecognizer;
import io.callscope.transcribe.recognize.SpeechRecognizers;
import io.callscope.transcribe.text.TextSteps;
import io.callscope.transcribe.transcript.CallTranscriber;
import io.callscope.transcribe.transcript.UtteranceBuilder;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscribeHandlerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final CallId CALL = new CallId("call-1");

    @TempDir
    Path parent;

    private final List<CallTranscribed> published = new ArrayList<>();
    private final List<byte[]> kept = new ArrayList<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private byte[] recording = WavBytes.of(8_000, Tones.sine(440, 8_000, 4), Tones.sine(600, 8_000, 4));
    private boolean brokerAway;
    private SpeechRecognizers recognizers = language -> new ScriptedRecognizer();
    private WorkFolder work;

    @BeforeEach
    void open() throws IOException {
        work = WorkFolder.open(parent);
    }

    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        assertThat(work.folder().toFile().list()).containsExactly("lock");
        work.close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void aRecordingBecomesATranscript() throws Exception {
        // Given
        Received event = recorded(metadata(Party.CUSTOMER, Party.AGENT));

        // When
        handler().handle(event);

        // Then
        assertThat(published).hasSize(1);
        CallTranscribed call = published.get(0);
        Transcript transcript = call.transcript();
        assertThat(call.callId()).isEqualTo(CALL);
        assertThat(call.audio()).isEqualTo(manifest());
        assertThat(call.transcribedAt()).isEqualTo(NOW);
        assertThat(call.transcriptHash()).isEqualTo(transcript.hash());
        assertThat(transcript.source()).isEqualTo(TranscriptSource.RECOGNISED);
        assertThat(transcript.asrModelId()).isEqualTo("scripted");
        assertThat(transcript.durationMs()).isBetween(3_998L, 4_002L);
        assertThat(transcript.channelCount()).isEqualTo(2);
        Waveform waveform = Objects.requireNonNull(call.waveform());
        assertThat(waveform.bucketMs()).isIn(2, 4);
        assertThat(waveform.channels()).hasSize(2);
        assertThat(waveform.peaks(0).length * waveform.bucketMs()).isBetween(3_990, 4_010);
        assertThat(transcript.utterances())
                .extracting(Utterance::channel, Utterance::party)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(0, Party.CUSTOMER),
                        org.assertj.core.groups.Tuple.tuple(1, Party.AGENT));
    }

    @Test
    void theSameEventTwiceGivesTheSameTranscriptTwice() throws Exception {
        // Given
        Received event = recorded(metadata(Party.CUSTOMER, Party.AGENT));

        // When
        handler().handle(event);
        handler().handle(event);

        // Then
        assertThat(published).extracting(CallTranscribed::transcriptHash).hasSize(2);
        assertThat(published.get(1).transcript()).isEqualTo(published.get(0).transcript());
    }

    @Test
    void whatBrowsersPlayIsPlayedItself() throws Exception {
        // When
        handler().handle(recorded(metadata()));

        // Then
        assertThat(published.get(0).playback()).isNull();
        assertThat(kept).isEmpty();
    }

    @Test
    void whatBrowsersDoNotPlayHasACopyThatTheyPlay() throws Exception {
        // Given
        recording = EncodedBytes.au(8_000, Tones.sine(440, 8_000, 4), Tones.sine(1_000, 8_000, 4));

        // When
        handler().handle(recorded(metadata()));
        handler().handle(recorded(metadata()));

        // Then
        assertThat(published).extracting(CallTranscribed::playback).containsExactly(copyManifest(), copyManifest());
        assertThat(published).extracting(CallTranscribed::audio).containsOnly(manifest());
        assertThat(kept.get(0)).startsWith(0xFF, 0xF3);
        assertThat(kept.get(1)).as("the copy of the second time").isEqualTo(kept.get(0));
        assertThat(count(TranscribeMeter.COPIES, "cause", "format")).isEqualTo(2);
    }

    @Test
    void inOneChannelNobodyKnowsWhoSpeaks() throws Exception {
        // Given
        recording = WavBytes.of(8_000, Tones.sine(440, 8_000, 4));

        // When
        handler().handle(recorded(metadata(Party.AGENT)));

        // Then
        assertThat(published.get(0).transcript().utterances())
                .isNotEmpty()
                .allSatisfy(utterance -> assertThat(utterance.party()).isEqualTo(Party.UNKNOWN));
    }

    @Test
    void anImportedTranscriptGoesOnWithoutAudio() throws Exception {
        // Given
        Utterance said = new Utterance(0, 0, Party.AGENT, 0, 900, "добрый день", null, List.of());
        Transcript transcript =
                new Transcript("ru", TranscriptSource.IMPORTED, "other-asr", null, 1_000, 0, List.of(said));
        CallImported imported = new CallImported(CALL, metadata(), transcript, NOW);

        // When
        handler().handle(event(Topics.IMPORTED, EventJson.write(imported)));

        // Then
        Transcript passedOn = published.get(0).transcript();
        assertThat(passedOn.utterances()).isEqualTo(transcript.utterances());
        assertThat(passedOn.textVersion()).isEqualTo(new TextSteps().version());
        assertThat(passedOn.parties()).isEqualTo(new Parties(Separation.SOURCE, RoleSource.METADATA, null));
        assertThat(published.get(0).audio()).isNull();
        assertThat(published.get(0).waveform()).isNull();
        assertThat(published.get(0).processingMs()).isNotNegative();
    }

    @Test
    void anImportedTranscriptIsRedactedAsWell() throws Exception {
        // Given
        Utterance said =
                new Utterance(0, 0, Party.CUSTOMER, 0, 9_000, "моя карта 4111 1111 1111 1111", null, List.of());
        Transcript transcript =
                new Transcript("ru", TranscriptSource.IMPORTED, "other-asr", null, 10_000, 0, List.of(said));

        // When
        handler().handle(event(Topics.IMPORTED, EventJson.write(new CallImported(CALL, metadata(), transcript, NOW))));

        // Then
        assertThat(published.get(0).transcript().utterances())
                .extracting(Utterance::text)
                .containsExactly("моя карта [card]");
    }

    @Test
    void whatIsNoAudioSaysSoEvenWhereNoModelServesTheLanguage() {
        // Given
        recording = "this is no recording".getBytes(StandardCharsets.UTF_8);
        recognizers = language -> {
            throw new RejectedCallException(RejectReason.NO_MODEL_FOR_LANGUAGE, "no model for " + language);
        };

        // When
        RejectedCallException rejection = rejectionOf(recorded(metadata()));

        // Then
        assertThat(rejection.reason()).isEqualTo(RejectReason.NOT_AUDIO);
    }

    @Test
    void aPoisonRecordingIsRejectedWithItsReason() {
        // Given
        recording = "this is no recording".getBytes(StandardCharsets.UTF_8);

        // When
        RejectedCallException rejection = rejectionOf(recorded(metadata()));

        // Then
        assertThat(rejection.reason()).isEqualTo(RejectReason.NOT_AUDIO);
        assertThat(published).isEmpty();
        assertThat(count(TranscribeMeter.REJECTED, "reason", "not-audio")).isEqualTo(1);
    }

    @Test
    void aRecordingWithoutHeaderIsWhatItsSourceSays() throws Exception {
        // Given
        recording = EncodedBytes.bareAlaw(Tones.sine(440, 8_000, 4));

        // When
        handler().handle(recorded(declaring("PCMA")));

        // Then
        assertThat(published).hasSize(1);
        assertThat(published.get(0).transcript().durationMs()).isBetween(3_990L, 4_130L);
        assertThat(rejectionOf(recorded(metadata())).reason()).isEqualTo(RejectReason.NOT_AUDIO);
        assertThat(rejectionOf(recorded(declaring("G728"))).reason()).isEqualTo(RejectReason.UNSUPPORTED_CODEC);
    }

    @Test
    void aDocumentThatIsNoEventIsRejectedAndNotQuoted() {
        // Given
        Received event = event(Topics.RECORDED, "{\"callId\":\"+79161234567\"}".getBytes(StandardCharsets.UTF_8));

        // When
        RejectedCallException rejection = rejectionOf(event);

        // Then
        assertThat(rejection.reason()).isEqualTo(RejectReason.MALFORMED_EVENT);
        assertThat(rejection).hasMessageNotContaining("79161234567");
    }

    @Test
    void anEventUnderAnotherCallsKeyIsRejected() {
        // Given
        CallRecorded call = new CallRecorded(new CallId("call-2"), metadata(), manifest(), NOW);

        // When
        RejectedCallException rejection = rejectionOf(event(Topics.RECORDED, EventJson.write(call)));

        // Then
        assertThat(rejection.reason()).isEqualTo(RejectReason.MALFORMED_EVENT);
    }

    @Test
    void aBrokerThatIsAwayIsNoFaultOfTheCall() {
        // Given
        brokerAway = true;

        // When
        // Then
        assertThatThrownBy(() -> handler().handle(recorded(metadata()))).isInstanceOf(RetryableException.class);
        assertThat(count(TranscribeMeter.CALLS, "outcome", "retried")).isEqualTo(1);
    }

    @Test
    void givesUpAtOnceWhenInterrupted() {
        // Given
        recognizers = language -> {
            Thread.currentThread().interrupt();
            return new ScriptedRecognizer();
        };

        // When
        // Then
        assertThatThrownBy(() -> handler().handle(recorded(metadata()))).isInstanceOf(InterruptedException.class);
        assertThat(published).isEmpty();
        assertThat(count(TranscribeMeter.CALLS, "outcome", "abandoned")).isEqualTo(1);
    }

    @Test
    void everyEventTakenUpIsAccountedFor() throws Exception {
        // Given
        TranscribeHandler handler = handler();

        // When
        handler.handle(recorded(metadata()));
        recording = new byte[0];
        rejectionOf(recorded(metadata()));
        brokerAway = true;
        recording = WavBytes.of(8_000, Tones.sine(440, 8_000, 1));
        catchThrowableOfType(RetryableException.class, () -> handler.handle(recorded(metadata())));

        // Then
        double done = registry.find(TranscribeMeter.CALLS.meterName()).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
        assertThat(registry.get(TranscribeMeter.RECEIVED.meterName()).counter().count())
                .isEqualTo(3);
        assertThat(done).isEqualTo(3);
        assertThat(registry.get(TranscribeMeter.IN_FLIGHT.meterName()).gauge().value())
                .isZero();
        assertThat(count(TranscribeMeter.AUDIO, "model", "scripted")).isBetween(3.99, 4.01);
        assertThat(registry.get(TranscribeMeter.PROCESSING.meterName()).timer().count())
                .isEqualTo(1);
    }

    private final TranscribeMeters meters = new TranscribeMeters(registry);

    private TranscribeHandler handler() {
        return new TranscribeHandler(
                (manifest, target) -> write(target),
                new CallTranscriber(
                        new LocalRecordingRecognizer(
                                new AudioDecoder(AudioLimits.DEFAULT), language -> recognizers.of(language)),
                        new UtteranceBuilder(),
                        new TextSteps()),
                (topic, callId, event) -> publish(topic, event),
                new PlaybackStep(
                        new LocalListeningCopier(new AudioDecoder(AudioLimits.DEFAULT)), (callId, copy) -> keep(copy)),
                work,
                meters,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void write(Path target) {
        try {
            Files.write(target, recording);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(String topic, Object event) {
        if (brokerAway) {
            throw new RetryableException("broker is away", null);
        }
        assertThat(topic).isEqualTo(Topics.TRANSCRIBED);
        published.add(EventJson.read(EventJson.write(event), CallTranscribed.class));
    }

    private AudioManifest keep(Path copy) throws IOException {
        kept.add(Files.readAllBytes(copy));
        return copyManifest();
    }

    private RejectedCallException rejectionOf(Received event) {
        RejectedCallException rejection = catchThrowableOfType(
                RejectedCallException.class, () -> handler().handle(event));
        assertThat(rejection).isNotNull();
        return rejection;
    }

    private double count(TranscribeMeter meter, String tag, String value) {
        return registry.get(meter.meterName()).tag(tag, value).counter().count();
    }

    private static Received recorded(CallMetadata metadata) {
        return event(Topics.RECORDED, EventJson.write(new CallRecorded(CALL, metadata, manifest(), NOW)));
    }

    private static Received event(String topic, byte[] value) {
        return new Received(topic, 0, 0, CALL.value(), value, Map.of());
    }

    private static CallMetadata metadata(Party... parties) {
        return new CallMetadata(NOW, null, null, null, null, null, null, null, "ru", List.of(parties), null, Map.of());
    }

    private static CallMetadata declaring(String codec) {
        return new CallMetadata(
                NOW,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "ru",
                List.of(),
                null,
                Map.of(TranscribeHandler.CODEC_ATTRIBUTE, codec));
    }

    private static AudioManifest copyManifest() {
        return new AudioManifest(Topics.AUDIO, 0, 9, 9, 1, 100, "1".repeat(64), "copy");
    }

    private static AudioManifest manifest() {
        return new AudioManifest(Topics.AUDIO, 0, 5, 5, 1, 100, "0".repeat(64), "upload");
    }
}
