package io.callscope.standalone.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callscope.analytics.classify.CodebookPhrases;
import io.callscope.analytics.codebook.CodebookLoader;
import io.callscope.kit.failure.RejectReason;
import io.callscope.kit.failure.RejectedCallException;
import io.callscope.model.call.CallMetadata;
import io.callscope.model.call.Party;
import io.callscope.model.transcript.Transcript;
import io.callscope.standalone.platform.DataLayout;
import io.callscope.standalone.quality.ReferenceFolder;
import io.callscope.standalone.quality.Sweep;
import io.callscope.standalone.quality.WerBench;
import io.callscope.transcribe.audio.AudioDecoder;
import io.callscope.transcribe.audio.AudioLimits;
import io.callscope.transcribe.model.DecoderProfile;
import io.callscope.transcribe.model.DecoderProfiles;
import io.callscope.transcribe.model.InstalledModel;
import io.callscope.transcribe.model.ModelUnavailableException;
import io.callscope.transcribe.recognize.LocalRecordingRecognizer;
import io.callscope.transcribe.recognize.QuietSkippingRecognizer;
import io.callscope.transcribe.recognize.SpeechRecognizer;
import io.callscope.transcribe.recognize.VoskRecognizer;
import io.callscope.transcribe.text.TextSteps;
import io.callscope.transcribe.transcript.CallTranscriber;
import io.callscope.transcribe.transcript.UtteranceBuilder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callscope bench wer}. */
@Command(
        name = "wer",
        mixinStandardHelpOptions = true,
        description = {
            "Say how wrong the recognised words are, on recordings that somebody wrote down.",
            "DIR holds recordings, and beside each NAME.txt, or NAME.agent.txt and NAME.customer.txt.",
            "The last line is one JSON object: wer, lower, upper and more; with --sweep: profiles and winner."
        })
final class WerCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InstallationOptions installation = new InstallationOptions();

    @Option(names = "--reference", required = true, paramLabel = "DIR", description = "recordings and references")
    private Path folder = Path.of(".");

    @Option(names = "--language", defaultValue = "en", description = "of all calls; default: ${DEFAULT-VALUE}")
    private String language = "en";

    @Option(
            names = "--channels",
            split = ",",
            defaultValue = "customer,agent",
            description = "the party of each channel where NAME.json does not say; default: ${DEFAULT-VALUE}")
    private List<String> channels = List.of();

    @Option(
            names = "--profile",
            defaultValue = DecoderProfiles.BALANCED,
            description = "how hard the decoder searches; default: ${DEFAULT-VALUE}")
    private String profile = DecoderProfiles.BALANCED;

    @Option(names = "--sweep", description = "try every profile, and say which one to run")
    private boolean sweep;

    @Option(names = "--whole", description = "give the recogniser long quiet too, which it is spared otherwise")
    private boolean whole;

    WerCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        AudioDecoder decoder = new AudioDecoder(AudioLimits.DEFAULT);
        DataLayout layout = installation.layout(context);
        ReferenceFolder.Found references = new ReferenceFolder(file -> whyNoRecording(decoder, file)).read(folder);
        InstalledModel model = model(layout);
        WerBench bench = new WerBench(references, language, parties(), phrases(layout), out);
        ObjectNode json;
        if (sweep) {
            json = new Sweep(bench, out)
                    .run(model.profiles().all().stream()
                            .map(each -> new Sweep.Candidate(
                                    each.id(), each.describe(), () -> new Loaded(model, each, !whole, decoder)))
                            .toList());
        } else {
            try (Loaded loaded = new Loaded(model, profile(model), !whole, decoder)) {
                json = bench.run(loaded);
            }
        }
        json.put("model", model.id());
        if (!sweep) {
            json.put("profile", profile);
        }
        out.println(new ObjectMapper().writeValueAsString(json));
        out.flush();
        return 0;
    }

    private static Optional<String> whyNoRecording(AudioDecoder decoder, Path file) throws InterruptedException {
        try {
            decoder.check(file);
            return Optional.empty();
        } catch (RejectedCallException e) {
            return Optional.of(e.reason() == RejectReason.NOT_AUDIO ? "no audio" : String.valueOf(e.getMessage()));
        }
    }

    private List<Party> parties() {
        try {
            return channels.stream().map(Party::ofId).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--channels: " + e.getMessage(), e);
        }
    }

    private Optional<CodebookPhrases> phrases(DataLayout layout) {
        return CodebookPhrases.of(CodebookLoader.load(layout.shippedConfig()), language);
    }

    private InstalledModel model(DataLayout layout) throws IOException, InterruptedException {
        if (!language.matches("[a-z]{2,3}")) {
            throw new IllegalArgumentException("--language \"%s\": expected one such as en or ru".formatted(language));
        }
        try {
            return ModelStores.of(layout).require(language);
        } catch (ModelUnavailableException e) {
            throw new IllegalArgumentException("--language %s: %s".formatted(language, e.getMessage()), e);
        }
    }

    private DecoderProfile profile(InstalledModel model) {
        try {
            return model.profiles().require(profile);
        } catch (ModelUnavailableException e) {
            throw new IllegalArgumentException("--profile %s: %s".formatted(profile, e.getMessage()), e);
        }
    }

    /** The service's own way from a recording to a transcript, on one profile. */
    private static final class Loaded implements Sweep.Loaded {
        private final SpeechRecognizer vosk;
        private final CallTranscriber transcriber;

        Loaded(InstalledModel model, DecoderProfile profile, boolean skipQuiet, AudioDecoder decoder)
                throws IOException {
            VoskRecognizer all = new VoskRecognizer(model, profile);
            this.vosk = skipQuiet ? new QuietSkippingRecognizer(all) : all;
            this.transcriber = new CallTranscriber(
                    new LocalRecordingRecognizer(decoder, language -> vosk), new UtteranceBuilder(), new TextSteps());
        }

        @Override
        public Transcript listen(Path recording, CallMetadata metadata) throws InterruptedException {
            return transcriber.hear(recording, metadata);
        }

        @Override
        public void close() {
            vosk.close();
        }
    }
}
