package io.callscope.transcribe.recognize;

import io.callscope.model.transcript.ChannelLevel;
import io.callscope.model.transcript.Waveform;
import java.util.List;
import java.util.Objects;

/**
 * What one pass over a recording gives, before anyone looks at what the words mean. Immutable.
 *
 * @param model what recognised it
 * @param durationMs length of the recording, milliseconds
 * @param phrases by audio channel, what was recognised in it
 * @param waveform how loud each channel was over time
 * @param levels by channel, how loud it was altogether; empty when not measured
 */
public record Recognition(
        AsrModel model, long durationMs, List<List<Phrase>> phrases, Waveform waveform, List<ChannelLevel> levels) {
    public Recognition {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(waveform, "waveform");
        phrases = List.copyOf(phrases);
        levels = List.copyOf(levels);
    }

    /** Number of audio channels. */
    public int channels() {
        return phrases.size();
    }
}
