package io.callscope.transcribe.transcript;

import io.callscope.model.transcript.ChannelLevel;
import io.callscope.model.transcript.Transcript;
import io.callscope.model.transcript.Waveform;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a recording once it was heard.
 *
 * @param transcript what was said
 * @param waveform how loud each channel was over time
 * @param levels by channel, how loud it was altogether
 */
public record TranscribedRecording(Transcript transcript, Waveform waveform, List<ChannelLevel> levels) {
    public TranscribedRecording {
        Objects.requireNonNull(transcript, "transcript");
        Objects.requireNonNull(waveform, "waveform");
        levels = List.copyOf(levels);
    }
}
