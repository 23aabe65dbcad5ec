package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.standalone.platform.DataLayout;
import io.callscope.transcribe.RecognitionConfig;
import io.callscope.transcribe.bench.DiarizeBench;
import io.callscope.transcribe.bench.RolesBench;
import io.callscope.transcribe.model.DecoderProfile;
import io.callscope.transcribe.model.InstalledModel;
import io.callscope.transcribe.model.ModelStore;
import io.callscope.transcribe.model.ModelUnavailableException;
import io.callscope.transcribe.recognize.SpeakerModels;
import io.callscope.transcribe.recognize.VoskRecognizer;
import io.callscope.transcribe.roles.AgentPhrases;
import io.callscope.transcribe.voice.SpeakerModel;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The figures of {@code callscope bench diarize} and {@code roles}. */
final class PartyBenches {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PartyBenches() {}

    static ObjectNode diarize(DataLayout layout, Path folder, String language, PrintStream out)
            throws IOException, InterruptedException {
        ModelStore store = ModelStores.of(layout);
        try {
            InstalledModel model = store.require(language);
            SpeakerModel speaker = SpeakerModel.load(store.requireSpeaker().folder());
            SpeakerModels speakers = () -> Optional.of(speaker);
            DecoderProfile profile =
                    model.profiles().require(RecognitionConfig.defaults().profile());
            try (VoskRecognizer vosk = new VoskRecognizer(model, profile)) {
                return figures(new DiarizeBench(vosk, speakers, phrases(layout), language, out).run(folder));
            }
        } catch (ModelUnavailableException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static ObjectNode figures(List<DiarizeBench.Measured> calls) {
        ObjectNode json = JSON.createObjectNode();
        json.put("calls", calls.size());
        json.put(
                "accuracyMean",
                rounded(calls.stream()
                        .mapToDouble(call -> call.error().accuracy())
                        .average()
                        .orElse(0)));
        json.put(
                "accuracyMin",
                rounded(calls.stream()
                        .mapToDouble(call -> call.error().accuracy())
                        .min()
                        .orElse(0)));
        json.put(
                "errorRateMean",
                rounded(calls.stream()
                        .mapToDouble(call -> call.error().errorRate())
                        .average()
                        .orElse(0)));
        json.put("found", calls.stream().filter(DiarizeBench.Measured::found).count());
        json.put(
                "rolesRight",
                calls.stream()
                        .filter(call -> call.found() && call.error().rolesRight())
                        .count());
        return json;
    }

    static ObjectNode roles(DataLayout layout, Path gold, PrintStream out) throws IOException {
        RolesBench.Result result = new RolesBench(phrases(layout), out).run(gold);
        ObjectNode json = JSON.createObjectNode();
        json.put("calls", result.calls());
        json.put("assigned", result.assigned());
        json.put("right", result.right());
        json.put("sure", result.sure());
        json.put("sureRight", result.sureRight());
        return json;
    }

    private static AgentPhrases phrases(DataLayout layout) throws IOException {
        return AgentPhrases.load(layout.shippedConfig().resolve("agent-phrases.yaml"));
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
