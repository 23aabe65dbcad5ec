package io.callscope.transcribe.transcript;

import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Waveform;
import java.util.Objects;

/**
 * What one pass over a recording gives.
 *
 * @param transcript what was said
 * @param waveform how loud each channel was
 */
public record TranscribedRecording(Transcript transcript, Waveform waveform) {
    public TranscribedRecording {
        Objects.requireNonNull(transcript, "transcript");
        Objects.requireNonNull(waveform, "waveform");
    }
}
