package io.callscope.transcribe.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.RoleSource;
import io.callscope.model.transcript.Separation;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.TranscriptWarning;
import io.callscope.model.transcript.Utterance;
import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.AudioLimits;
import io.callscope.transcribe.audio.PcmSink;
import io.callscope.transcribe.audio.WavBytes;
import io.callscope.transcribe.bench.DiarizeBench;
import io.callscope.transcribe.model.InstalledModel;
import io.callscope.transcribe.model.ModelStore;
import io.callscope.transcribe.recognize.LocalRecordingRecognizer;
import io.callscope.transcribe.recognize.SpeakerModels;
import io.callscope.transcribe.recognize.VoskRecognizer;
import io.callscope.transcribe.roles.AgentPhrases;
import io.callscope.transcribe.roles.RoleFinder;
import io.callscope.transcribe.text.TextSteps;
import io.callscope.transcribe.transcript.CallTranscriber;
import io.callscope.transcribe.transcript.UtteranceBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real speech and real models, fetched as a user fetches them, on two-channel demo calls made into what worse recorders
 * write. A folder with further recordings can be named by the environment variable {@code CALLSCOPE_CALLS}.
 */
class OneChannelIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CALLS = ROOT.resolve("deploy/demo/spoken/calls");
    private static final int RATE_HZ = 16_000;

    private static VoskRecognizer vosk;
    private static SpeakerModel speaker;
    private static AgentPhrases phrases;

    @TempDir
    Path folder;

    private final AudioDecoder decoder = new AudioDecoder(AudioLimits.DEFAULT);

    @BeforeAll
    static void load() throws Exception {
        ModelStore store = ModelStore.open(
                ROOT.resolve("deploy/config/models.yaml"),
                Path.of(System.getProperty(
                        "callscope.models", ROOT.resolve(".callscope/models").toString())),
                Clock.systemUTC());
        InstalledModel model = store.require("en");
        vosk = new VoskRecognizer(model, model.profiles().require("balanced"));
        speaker = SpeakerModel.load(store.requireSpeaker().folder());
        phrases = AgentPhrases.load(ROOT.resolve("deploy/config/agent-phrases.yaml"));
    }

    @AfterAll
    static void close() {
        if (vosk != null) {
            vosk.close();
        }
    }

    @Test
    void tellsThePartiesOfCallsMixedDownApart() throws Exception {
        // Given
        for (String id : List.of("demo-en-04", "demo-en-13")) {
            Files.copy(CALLS.resolve(id + ".opus"), folder.resolve(id + ".opus"));
            Files.copy(CALLS.resolve(id + ".json"), folder.resolve(id + ".json"));
        }
        DiarizeBench bench = new DiarizeBench(vosk, () -> Optional.of(speaker), phrases, "en", System.err);

        // When
        List<DiarizeBench.Measured> measured = bench.run(folder);

        // Then
        assertThat(measured).hasSize(2).allSatisfy(call -> {
            assertThat(call.error().accuracy()).as(call.name()).isGreaterThan(0.9);
            assertThat(call.error().rolesRight()).as(call.name()).isTrue();
        });
    }

    @Test
    void hearsOneOfTwoChannelsWithTheSameSound() throws Exception {
        // Given
        short[][] channels = channelsOf(CALLS.resolve("demo-en-02.opus"));
        short[] mixed = mixed(channels);
        Path recording = write("same", mixed, mixed);

        // When
        Transcript transcript = transcriber(() -> Optional.of(speaker)).hear(recording, metadata());

        // Then
        assertThat(transcript.channelCount()).isEqualTo(2);
        assertThat(transcript.warnings()).startsWith(TranscriptWarning.SAME_SOUND, TranscriptWarning.PARTIES_BY_VOICE);
        assertThat(transcript.parties().separation()).isEqualTo(Separation.VOICES);
        assertThat(transcript.parties().roles()).isEqualTo(RoleSource.WORDS);
        assertThat(transcript.utterances()).extracting(Utterance::channel).containsOnly(0);
        assertThat(transcript.utterances()).extracting(Utterance::party).contains(Party.AGENT, Party.CUSTOMER);
        assertThat(transcript.utterances())
                .extracting(Utterance::partyConfidence)
                .doesNotContainNull();
    }

    @Test
    void oneVoiceBesideADeadChannelIsWhomTheMetadataNames() throws Exception {
        // Given
        short[] customer = channelsOf(CALLS.resolve("demo-en-02.opus"))[0];
        Path recording = write("dead", customer, new short[customer.length]);

        // When
        Transcript transcript =
                transcriber(() -> Optional.of(speaker)).hear(recording, metadata(Party.CUSTOMER, Party.AGENT));

        // Then
        assertThat(transcript.warnings()).containsExactly(TranscriptWarning.DEAD_CHANNEL, TranscriptWarning.ONE_VOICE);
        assertThat(transcript.utterances()).extracting(Utterance::party).containsOnly(Party.CUSTOMER);
    }

    @Test
    void withoutASpeakerModelThePartiesStayUnknown() throws Exception {
        // Given
        Path recording = write("mono", mixed(channelsOf(CALLS.resolve("demo-en-02.opus"))));

        // When
        Transcript transcript = transcriber(SpeakerModels.NONE).hear(recording, metadata());

        // Then
        assertThat(transcript.warnings()).containsExactly(TranscriptWarning.PARTIES_UNKNOWN);
        assertThat(transcript.utterances())
                .isNotEmpty()
                .extracting(Utterance::party)
                .containsOnly(Party.UNKNOWN);
    }

    @Test
    void theAgentsGreetingAndTheCustomersAnswerAreOfDifferentParties() throws Exception {
        // Given
        Path recording =
                Path.of(System.getenv().getOrDefault("CALLSCOPE_CALLS", "none")).resolve("oil-light-mono.flac");
        assumeTrue(Files.isRegularFile(recording), "no recording " + recording);

        // When
        Transcript transcript = transcriber(() -> Optional.of(speaker)).hear(recording, metadata());

        // Then
        List<Utterance> agent = transcript.utterances().stream()
                .filter(utterance -> utterance.party() == Party.AGENT)
                .toList();
        List<Utterance> customer = transcript.utterances().stream()
                .filter(utterance -> utterance.party() == Party.CUSTOMER)
                .toList();
        assertThat(agent.get(0).id()).isZero();
        assertThat(customer.get(0).id()).isBetween(1, 6);
    }

    private CallTranscriber transcriber(SpeakerModels speakers) {
        return new CallTranscriber(
                new LocalRecordingRecognizer(decoder, language -> vosk, speakers),
                new UtteranceBuilder(),
                new RoleFinder(phrases),
                new TextSteps());
    }

    private short[][] channelsOf(Path recording) throws InterruptedException {
        short[][] all = {new short[0], new short[0]};
        PcmSink sink = (channels, count) -> {
            for (int channel = 0; channel < 2; channel++) {
                int length = all[channel].length;
                all[channel] = Arrays.copyOf(all[channel], length + count);
                System.arraycopy(channels[channel], 0, all[channel], length, count);
            }
        };
        decoder.decode(recording, RATE_HZ, sink);
        return all;
    }

    private static short[] mixed(short[][] channels) {
        short[] mixed = new short[channels[0].length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (short) ((channels[0][i] + channels[1][i]) / 2);
        }
        return mixed;
    }

    private Path write(String name, short[]... channels) throws Exception {
        return Files.write(folder.resolve(name), WavBytes.of(RATE_HZ, channels));
    }

    private static CallMetadata metadata(Party... parties) {
        return new CallMetadata(
                Instant.EPOCH, null, null, null, null, null, null, null, "en", List.of(parties), null, Map.of());
    }
}
