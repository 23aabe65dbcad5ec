package io.callscope.transcribe.recognize;

import io.callscope.model.transcript.ChannelLevel;
import io.callscope.model.transcript.Waveform;
import io.callscope.transcribe.channels.ChannelLayout;
import io.callscope.transcribe.diarize.Voices;
import java.util.List;
import java.util.Objects;

/**
 * What one pass over a recording gives, before anyone looks at what the words mean. Immutable.
 *
 * @param model what recognised it
 * @param durationMs length of the recording, milliseconds
 * @param layout which channels hold what
 * @param phrases by audio channel, what was recognised in it; none where the layout says that another channel holds all
 * @param voices who speaks when in the channel that holds both parties; unknown when each has its own
 * @param waveform how loud each channel was over time
 * @param levels by channel, how loud it was altogether; empty when not measured
 */
public record Recognition(
        AsrModel model,
        long durationMs,
        ChannelLayout layout,
        List<List<Phrase>> phrases,
        Voices voices,
        Waveform waveform,
        List<ChannelLevel> levels) {
    public Recognition {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(voices, "voices");
        Objects.requireNonNull(waveform, "waveform");
        phrases = List.copyOf(phrases);
        levels = List.copyOf(levels);
    }

    /** Number of audio channels. */
    public int channels() {
        return phrases.size();
    }
}
