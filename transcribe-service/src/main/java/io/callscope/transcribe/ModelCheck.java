package io.callscope.transcribe;

import io.callscope.kit.config.ConfigException;
import io.callscope.kit.config.ConfigException.Problem;
import io.callscope.transcribe.model.ModelStore;
import io.callscope.transcribe.model.ModelUnavailableException;
import io.callscope.transcribe.recognize.VoiceUse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the installed models before anything starts. One that does not fit is a mistake of this site, which a person
 * has to mend: with it every call of its language would end as failed.
 */
final class ModelCheck {
    private final TranscribeConfig config;

    ModelCheck(TranscribeConfig config) {
        this.config = config;
    }

    /**
     * Uses no network; reads every file of the models.
     *
     * @throws ConfigException naming each language whose model does not fit, and why
     * @throws IOException when the catalogue cannot be read
     */
    void run() throws IOException {
        if (config.workerSettings().scripted()) {
            return;
        }
        ModelStore store = ModelStore.open(config.modelCatalogue(), config.modelsDir(), Clock.systemUTC());
        List<Problem> problems = new ArrayList<>();
        for (String language : config.languages()) {
            try {
                store.requireFitting(language, config.recognition().profile());
            } catch (ModelUnavailableException e) {
                problems.add(new Problem("language " + language, String.valueOf(e.getMessage())));
            }
        }
        if (config.voices() != VoiceUse.NEVER) {
            try {
                store.requireFittingSpeaker();
            } catch (ModelUnavailableException e) {
                problems.add(new Problem("speaker model", String.valueOf(e.getMessage())));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException("models in " + config.modelsDir(), problems);
        }
    }
}
