package io.callscope.transcribe.worker;

import io.callscope.transcribe.audio.AudioLimits;
import io.callscope.transcribe.recognize.VoiceUse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What a recogniser needs to know, in this process or in its own.
 *
 * @param scripted whether nothing is to be understood, see {@code ScriptedRecognizer}
 * @param modelsDir folder of the models
 * @param modelCatalogue which models there are
 * @param languages whose models are made ready at once
 * @param profile of the decoder
 * @param skipQuiet whether long quiet is kept from the recogniser
 * @param voices when voices in one channel are told apart
 * @param maxChannels most channels of a recording
 * @param maxDurationMs longest recording, milliseconds
 * @param parallel recordings at once
 */
public record WorkerSettings(
        boolean scripted,
        String modelsDir,
        String modelCatalogue,
        List<String> languages,
        String profile,
        boolean skipQuiet,
        VoiceUse voices,
        int maxChannels,
        long maxDurationMs,
        int parallel) {
    public WorkerSettings {
        Objects.requireNonNull(modelsDir, "modelsDir");
        Objects.requireNonNull(modelCatalogue, "modelCatalogue");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(voices, "voices");
        languages = List.copyOf(languages);
        if (parallel < 1) {
            throw new IllegalArgumentException("parallel %d: expected 1 or more".formatted(parallel));
        }
    }

    AudioLimits limits() {
        return new AudioLimits(maxChannels, Duration.ofMillis(maxDurationMs));
    }

    Path models() {
        return Path.of(modelsDir);
    }

    Path catalogue() {
        return Path.of(modelCatalogue);
    }
}
