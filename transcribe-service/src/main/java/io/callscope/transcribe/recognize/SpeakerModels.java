package io.callscope.transcribe.recognize;

import io.callscope.transcribe.voice.SpeakerModel;
import java.util.Optional;

/** The model that tells voices apart, where there is one. Implementations are thread-safe. */
@FunctionalInterface
public interface SpeakerModels {
    /** Voices are not told apart. */
    SpeakerModels NONE = Optional::empty;

    /** May wait while the model is fetched or loaded; empty when it cannot be had. */
    Optional<SpeakerModel> speakerModel() throws InterruptedException;
}
