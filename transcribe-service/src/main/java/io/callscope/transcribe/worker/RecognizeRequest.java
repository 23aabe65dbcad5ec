package io.callscope.transcribe.worker;

import io.callscope.transcribe.child.RequestKind;
import io.callscope.transcribe.recognize.Recognition;
import java.util.Objects;

/**
 * Asks for the recognition of a recording.
 *
 * @param recording absolute path of a local file
 * @param language primary language subtag of the speech
 */
public record RecognizeRequest(String recording, String language) {
    static final RequestKind<RecognizeRequest, Recognition> KIND =
            new RequestKind<>("recognize", RecognizeRequest.class, Recognition.class);

    public RecognizeRequest {
        Objects.requireNonNull(recording, "recording");
        Objects.requireNonNull(language, "language");
    }
}
