package io.callscope.transcribe.recognize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Utterance;
import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.AudioLimits;
import io.callscope.transcribe.audio.Tones;
import io.callscope.transcribe.audio.WavBytes;
import io.callscope.transcribe.model.DecoderProfiles;
import io.callscope.transcribe.model.InstalledModel;
import io.callscope.transcribe.model.ModelStore;
import io.callscope.transcribe.text.TextSteps;
import io.callscope.transcribe.transcript.CallTranscriber;
import io.callscope.transcribe.transcript.UtteranceBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real speech, a real model, fetched as a user fetches it. The folder of the models is the system property
 * {@code callscope.models}, else {@code .callscope/models} in the project.
 */
class VoskRecognizerIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DEMO = ROOT.resolve("deploy/demo/spoken");

    private static VoskRecognizer vosk;

    @TempDir
    Path folder;

    private final CallTranscriber transcriber = new CallTranscriber(
            new LocalRecordingRecognizer(new AudioDecoder(AudioLimits.DEFAULT), language -> vosk),
            new UtteranceBuilder(),
            new TextSteps());

    @BeforeAll
    static void load() throws Exception {
        String modelsDir = System.getProperty(
                "callscope.models", ROOT.resolve(".callscope/models").toString());
        ModelStore store =
                ModelStore.open(ROOT.resolve("deploy/config/models.yaml"), Path.of(modelsDir), Clock.systemUTC());
        InstalledModel model = store.require("en");
        vosk = new VoskRecognizer(model, model.profiles().require(DecoderProfiles.BALANCED));
    }

    @AfterAll
    static void close() {
        if (vosk != null) {
            vosk.close();
        }
    }

    @Test
    void hearsBothPartiesOfADemoCall() throws Exception {
        // Given
        assumeTrue(Files.isDirectory(DEMO.resolve("calls")), "no demo calls in " + DEMO);
        Path call = firstDemoCall();
        JsonNode truth = truthOf(call);
        Party[] parties = partiesOf(call);

        // When
        Transcript transcript = transcriber.transcribe(call, metadata(parties)).transcript();
        Transcript again = transcriber.transcribe(call, metadata(parties)).transcript();

        // Then
        assertThat(transcript.channelCount()).isEqualTo(2);
        for (Party party : List.of(Party.AGENT, Party.CUSTOMER)) {
            assertThat(shareHeard(truth, transcript, party))
                    .as("share of the %s's different words that were heard on the %s's channel", party, party)
                    .isGreaterThan(0.6);
        }
        assertThat(transcript.utterances()).allSatisfy(utterance -> {
            assertThat(utterance.endMs()).isLessThanOrEqualTo(transcript.durationMs() + 500);
            assertThat(utterance.words()).isNotEmpty();
            assertThat(utterance.confidence()).isBetween(0.0, 1.0);
        });
        assertThat(again.hash()).as("a second run over the same recording").isEqualTo(transcript.hash());
    }

    @Test
    void hearsNothingInSilence() throws Exception {
        // Given
        Path silence = Files.write(
                folder.resolve("silence"), WavBytes.of(8_000, Tones.silence(8_000, 5), Tones.silence(8_000, 5)));

        // When
        Transcript transcript = transcriber.transcribe(silence, metadata()).transcript();

        // Then
        assertThat(transcript.utterances()).isEmpty();
        assertThat(transcript.durationMs()).isBetween(4_998L, 5_002L);
    }

    private static Path firstDemoCall() throws Exception {
        try (Stream<Path> files = Files.list(DEMO.resolve("calls"))) {
            return files.filter(file -> file.toString().endsWith(".opus"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Party[] partiesOf(Path call) throws Exception {
        Path sidecar = Path.of(call.toString().replace(".opus", ".json"));
        List<Party> parties = new ArrayList<>();
        for (JsonNode channel : new ObjectMapper().readTree(sidecar.toFile()).path("channels")) {
            parties.add(Party.ofId(channel.asText()));
        }
        return parties.toArray(Party[]::new);
    }

    private static JsonNode truthOf(Path call) throws Exception {
        String id = call.getFileName().toString().replace(".opus", "");
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(DEMO.resolve("truth.jsonl"))) {
            JsonNode truth = json.readTree(line);
            if (truth.path("id").asText().equals(id)) {
                return truth;
            }
        }
        throw new IllegalStateException("no truth for " + id);
    }

    private static double shareHeard(JsonNode truth, Transcript transcript, Party party) {
        Set<String> said = new HashSet<>();
        for (JsonNode utterance : truth.path("utterances")) {
            if (utterance.path("party").asText().equals(party.id())) {
                said.addAll(words(utterance.path("text").asText()));
            }
        }
        Set<String> heard = transcript.utterances().stream()
                .filter(utterance -> utterance.party() == party)
                .map(Utterance::text)
                .flatMap(text -> words(text).stream())
                .collect(Collectors.toSet());
        assertThat(said).as("words that %s says", party).hasSizeGreaterThan(5);
        return said.stream().filter(heard::contains).count() / (double) said.size();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z']+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static CallMetadata metadata(Party... parties) {
        return new CallMetadata(
                Instant.EPOCH, null, null, null, null, null, null, null, "en", List.of(parties), null, Map.of());
    }
}
