package io.callscope.transcribe.text;

import io.callscope.model.transcript.Transcript;

/** What is done to every transcript, recognised or imported, before it leaves the service. Thread-safe. */
public final class TextSteps {
    /** The same call as it is written and may be read. */
    public Transcript apply(Transcript transcript) {
        return transcript;
    }
}
