package io.callscope.transcribe.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Direction;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.AudioLimits;
import io.callscope.transcribe.recognize.LocalRecordingRecognizer;
import io.callscope.transcribe.recognize.SpeakerModels;
import io.callscope.transcribe.recognize.SpeechRecognizer;
import io.callscope.transcribe.roles.AgentPhrases;
import io.callscope.transcribe.roles.RoleFinder;
import io.callscope.transcribe.text.TextSteps;
import io.callscope.transcribe.transcript.CallTranscriber;
import io.callscope.transcribe.transcript.UtteranceBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures how well the parties of one channel are told apart: two-channel recordings are transcribed as they are, which
 * gives the truth, and once more mixed down to one channel without any metadata but language and direction.
 */
public final class DiarizeBench {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SpeechRecognizer recognizer;
    private final String language;
    private final PrintStream out;
    private final AudioDecoder decoder = new AudioDecoder(AudioLimits.DEFAULT);
    private final CallTranscriber transcriber;

    /**
     * @param phrases by which the agent is known; that they are unsure does not count here
     */
    public DiarizeBench(
            SpeechRecognizer recognizer,
            SpeakerModels speakers,
            AgentPhrases phrases,
            String language,
            PrintStream out) {
        this.recognizer = recognizer;
        this.language = language;
        this.out = out;
        this.transcriber = new CallTranscriber(
                new LocalRecordingRecognizer(decoder, any -> recognizer, speakers),
                new UtteranceBuilder(),
                new RoleFinder(new AgentPhrases(0.5, 0.5, List.of(), phrases.languages())),
                new TextSteps());
    }

    /**
     * One recording.
     *
     * @param name of the file
     * @param error what differs
     * @param found whether two voices were found
     */
    public record Measured(String name, PartyError error, boolean found) {}

    /**
     * @param folder two-channel recordings, each perhaps with {@code NAME.json} that names {@code channels} and
     *     {@code direction}; without one, channel 0 is the customer. Files that are none are left out
     * @throws IllegalArgumentException when there is none
     */
    public List<Measured> run(Path folder) throws IOException, InterruptedException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<Measured> measured = new ArrayList<>();
        Path mixed = Files.createTempFile("callscope-bench-", ".wav");
        try {
            for (Path file : files) {
                measure(file, mixed, measured);
            }
        } finally {
            Files.deleteIfExists(mixed);
        }
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("%s: expected a folder with two-channel recordings".formatted(folder));
        }
        return measured;
    }

    private void measure(Path file, Path mixed, List<Measured> measured) throws IOException, InterruptedException {
        try {
            if (MixDown.mix(decoder, file, mixed) != 2) {
                out.printf(Locale.ROOT, "%s is left out: expected two channels%n", file.getFileName());
                return;
            }
        } catch (RejectedCallException e) {
            out.printf(
                    Locale.ROOT,
                    "%s is left out: %s%n",
                    file.getFileName(),
                    e.reason().id());
            return;
        }
        JsonNode sidecar = sidecar(file);
        Transcript truth = transcriber.hear(file, metadata(parties(sidecar), direction(sidecar)));
        Transcript heard = transcriber.hear(mixed, metadata(List.of(), direction(sidecar)));
        boolean found = heard.utterances().stream().anyMatch(utterance -> utterance.party() != Party.UNKNOWN);
        Measured one = new Measured(String.valueOf(file.getFileName()), PartyError.of(truth, heard), found);
        out.printf(
                Locale.ROOT,
                "%-28s accuracy %.3f  error rate %.3f  agent %s%n",
                one.name(),
                one.error().accuracy(),
                one.error().errorRate(),
                !found ? "not found" : one.error().rolesRight() ? "right" : "wrong");
        measured.add(one);
    }

    private static JsonNode sidecar(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        Path json = file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".json");
        return Files.isRegularFile(json) ? JSON.readTree(json.toFile()) : JSON.createObjectNode();
    }

    private static List<Party> parties(JsonNode sidecar) {
        List<Party> parties = new ArrayList<>();
        for (JsonNode channel : sidecar.path("channels")) {
            parties.add(Party.ofId(channel.asText()));
        }
        return parties.isEmpty() ? List.of(Party.CUSTOMER, Party.AGENT) : parties;
    }

    private static @Nullable Direction direction(JsonNode sidecar) {
        return sidecar.hasNonNull("direction")
                ? Direction.ofId(sidecar.path("direction").asText())
                : null;
    }

    private CallMetadata metadata(List<Party> parties, @Nullable Direction direction) {
        return new CallMetadata(
                Instant.EPOCH, null, null, null, null, direction, null, null, language, parties, null, Map.of());
    }

    /** What recognises. */
    public String model() {
        return recognizer.model().id();
    }
}
