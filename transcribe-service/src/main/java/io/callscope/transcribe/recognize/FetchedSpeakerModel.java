package io.callscope.transcribe.recognize;

import io.callscope.transcribe.model.InstalledModel;
import io.callscope.transcribe.model.ModelStore;
import io.callscope.transcribe.model.ModelUnavailableException;
import io.callscope.transcribe.voice.SpeakerModel;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches and loads the speaker model when it is asked for first. That it cannot be had is remembered as long as for
 * other models, and is never an error: calls then have a transcript without parties. Thread-safe.
 */
public final class FetchedSpeakerModel implements SpeakerModels {
    private static final Logger LOGGER = LoggerFactory.getLogger(FetchedSpeakerModel.class);

    private final ModelStore store;
    private final Clock clock;
    private @Nullable SpeakerModel loaded;
    private @Nullable Instant failedAt;

    public FetchedSpeakerModel(ModelStore store, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** Begins to fetch and load the model, and does not wait. */
    public void prepare() {
        Thread thread = new Thread(this::loadQuietly, "speaker-model-loading");
        thread.setDaemon(true);
        thread.start();
    }

    private void loadQuietly() {
        try {
            speakerModel();
        } catch (InterruptedException e) {
            // the process ends
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized Optional<SpeakerModel> speakerModel() throws InterruptedException {
        boolean worthATry = failedAt == null || clock.instant().isAfter(failedAt.plus(VoskRecognizers.FAILURE_MEMORY));
        if (loaded == null && worthATry) {
            load();
        }
        return Optional.ofNullable(loaded);
    }

    private void load() throws InterruptedException {
        try {
            InstalledModel model = store.requireSpeaker();
            if (model.sampleRateHz() != SpeakerModel.RATE_HZ) {
                throw new IOException("model %s listens at %d Hz, expected %d"
                        .formatted(model.id(), model.sampleRateHz(), SpeakerModel.RATE_HZ));
            }
            loaded = SpeakerModel.load(model.folder());
            failedAt = null;
            LOGGER.atInfo().addKeyValue("model", model.id()).log("speaker model loaded");
        } catch (ModelUnavailableException | IOException e) {
            failedAt = clock.instant();
            LOGGER.atWarn()
                    .addKeyValue("error", e.getMessage())
                    .log("no speaker model: parties in one channel stay unknown");
        }
    }
}
