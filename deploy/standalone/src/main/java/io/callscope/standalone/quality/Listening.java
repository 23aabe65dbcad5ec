package io.callscope.standalone.quality;

import io.callscope.model.call.CallMetadata;
import io.callscope.model.transcript.Transcript;
import java.nio.file.Path;

/** Makes a transcript of a recording, as transcribe-service does, with personal data left in. */
@FunctionalInterface
public interface Listening {
    /**
     * @throws io.callscope.kit.failure.RejectedCallException when the recording cannot be recognised
     */
    Transcript listen(Path recording, CallMetadata metadata) throws InterruptedException;
}
