package io.callscope.transcribe;

import io.callscope.kit.config.Bounds;
import io.callscope.kit.config.HttpConfig;
import io.callscope.kit.config.KafkaConfig;
import io.callscope.kit.config.Required;
import io.callscope.transcribe.audio.AudioLimits;
import io.callscope.transcribe.recognize.VoiceUse;
import io.callscope.transcribe.text.TextConfig;
import io.callscope.transcribe.worker.WorkerSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Configuration of transcribe-service. None of it is reloaded while the service runs.
 *
 * @param kafka the cluster
 * @param ops where health and metrics are served; default 127.0.0.1, any free port
 * @param modelsDir folder of the recognition models; default {@code .callscope/models}. Models that are missing are
 *     fetched into it
 * @param modelCatalogue which models there are; default {@code deploy/config/models.yaml}
 * @param languages languages whose models are made ready at start, in this order; default {@code [ru]}. Others are made
 *     ready when their first call comes
 * @param workDir where recordings lie while they are worked on; default {@code .callscope/work}. Needs room for
 *     {@code workers} recordings
 * @param workers calls worked on at once, 1 to 64; default the number of processors. Each takes one processor and some
 *     tens of MiB outside the heap
 * @param maxDuration longest call that is taken, more than zero; default {@code 4h}. Longer ones are rejected
 * @param maxChannels most channels of a recording, 1 to 8; default 2. Recordings with more are rejected
 * @param silence a silence this long inside one channel ends an utterance, 100 ms to 10 s; default {@code 700ms}
 * @param recognizer {@code vosk} or {@code scripted}; default {@code vosk}. {@code scripted} understands nothing and is
 *     for rehearsals without a model
 * @param recognition in which process, how hard and how many at once; see {@link RecognitionConfig}
 * @param text how what was recognised is written: corrections and redaction; default none and all
 * @param voices when the speaker model, which tells two parties in one channel apart, is fetched and loaded: {@code
 *     when-needed}, {@code at-start} or {@code never}; default {@code when-needed}. Where it cannot be had, such calls
 *     have a transcript without parties
 * @param agentPhrases by which words an agent is known where the metadata do not say; default {@code
 *     deploy/config/agent-phrases.yaml}
 */
public record TranscribeConfig(
        @Required("the cluster to read from") KafkaConfig kafka,
        HttpConfig ops,
        Path modelsDir,
        Path modelCatalogue,
        List<String> languages,
        Path workDir,
        Integer workers,
        Duration maxDuration,
        Integer maxChannels,
        Duration silence,
        RecognizerKind recognizer,
        RecognitionConfig recognition,
        TextConfig text,
        VoiceUse voices,
        Path agentPhrases) {
    /** What recognises. */
    public enum RecognizerKind {
        VOSK,
        SCRIPTED;

        @com.fasterxml.jackson.annotation.JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public TranscribeConfig {
        Objects.requireNonNull(kafka, "kafka");
        ops = ops == null ? HttpConfig.local(0) : ops;
        modelsDir = modelsDir == null ? Path.of(".callscope", "models") : modelsDir;
        modelCatalogue = modelCatalogue == null ? Path.of("deploy", "config", "models.yaml") : modelCatalogue;
        languages = languages == null ? List.of("ru") : List.copyOf(languages);
        workDir = workDir == null ? Path.of(".callscope", "work") : workDir;
        workers = workers == null ? Math.min(64, Runtime.getRuntime().availableProcessors()) : workers;
        maxDuration = maxDuration == null ? AudioLimits.DEFAULT.maxDuration() : maxDuration;
        maxChannels = maxChannels == null ? AudioLimits.DEFAULT.maxChannels() : maxChannels;
        silence = silence == null ? Duration.ofMillis(700) : silence;
        recognizer = recognizer == null ? RecognizerKind.VOSK : recognizer;
        recognition = recognition == null ? RecognitionConfig.defaults() : recognition;
        text = text == null ? TextConfig.DEFAULT : text;
        voices = voices == null ? VoiceUse.WHEN_NEEDED : voices;
        agentPhrases = agentPhrases == null ? Path.of("deploy", "config", "agent-phrases.yaml") : agentPhrases;
        for (String language : languages) {
            if (!language.matches("[a-z]{2,3}")) {
                throw new IllegalArgumentException("languages: \"%s\": expected one such as ru".formatted(language));
            }
        }
        Bounds.requireRange("workers", workers, 1, 64);
        Bounds.requireRange("maxChannels", maxChannels, 1, 8);
        if (maxDuration.isNegative() || maxDuration.isZero()) {
            throw new IllegalArgumentException("maxDuration %s: expected more than zero".formatted(maxDuration));
        }
        if (silence.toMillis() < 100 || silence.toMillis() > 10_000) {
            throw new IllegalArgumentException("silence %s: expected 100ms to 10s".formatted(silence));
        }
    }

    /** What the recogniser needs to know of it. */
    WorkerSettings workerSettings() {
        return new WorkerSettings(
                recognizer == RecognizerKind.SCRIPTED,
                modelsDir.toAbsolutePath().toString(),
                modelCatalogue.toAbsolutePath().toString(),
                languages,
                recognition.profile(),
                recognition.skipQuiet(),
                voices,
                maxChannels,
                maxDuration.toMillis(),
                recognition.parallelOf(workers));
    }
}
