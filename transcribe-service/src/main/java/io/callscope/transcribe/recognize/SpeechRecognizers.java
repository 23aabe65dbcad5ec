package io.callscope.transcribe.recognize;

import io.callscope.kit.failure.RejectedCallException;

/** Which recogniser serves a language. Implementations are thread-safe and own the recognisers. */
@FunctionalInterface
public interface SpeechRecognizers {
    /**
     * May wait while the model is fetched or loaded.
     *
     * @param language primary language subtag
     * @throws RejectedCallException NO_MODEL_FOR_LANGUAGE, saying what to download and where to put it
     */
    SpeechRecognizer of(String language) throws InterruptedException;
}
