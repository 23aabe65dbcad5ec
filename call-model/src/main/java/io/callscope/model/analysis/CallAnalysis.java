package io.callscope.model.analysis;

import io.callscope.model.talk.TalkMetrics;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the machine heard in one call, by one version of everything that decides it.
 *
 * @param versions what decided it
 * @param verdict whether the call could be judged
 * @param marks barriers and drivers, in order of their first evidence; empty means none was heard
 * @param signals what was heard besides
 * @param contactReason id of the main contact reason
 * @param repeat whether the customer says that he calls again
 * @param resolution how the question ended
 * @param flags why a supervisor should look, most urgent first
 * @param talk how people talk, whatever they say; null in events of releases that did not measure it
 * @param llm what a language model adds; null when none was asked, and in events of releases that asked none
 */
public record CallAnalysis(
        Versions versions,
        Verdict verdict,
        List<Mark> marks,
        List<Signal> signals,
        String contactReason,
        RepeatContact repeat,
        Resolution resolution,
        List<Flag> flags,
        @Nullable TalkMetrics talk,
        @Nullable ModelReport llm) {
    public CallAnalysis {
        Objects.requireNonNull(versions, "versions");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(contactReason, "contactReason");
        Objects.requireNonNull(repeat, "repeat");
        Objects.requireNonNull(resolution, "resolution");
        marks = List.copyOf(marks);
        signals = List.copyOf(signals);
        flags = List.copyOf(flags);
    }

    /** What was heard without a language model. */
    public CallAnalysis(
            Versions versions,
            Verdict verdict,
            List<Mark> marks,
            List<Signal> signals,
            String contactReason,
            RepeatContact repeat,
            Resolution resolution,
            List<Flag> flags,
            @Nullable TalkMetrics talk) {
        this(versions, verdict, marks, signals, contactReason, repeat, resolution, flags, talk, null);
    }

    /** What was heard without a language model, of a call whose talk was not measured. */
    public CallAnalysis(
            Versions versions,
            Verdict verdict,
            List<Mark> marks,
            List<Signal> signals,
            String contactReason,
            RepeatContact repeat,
            Resolution resolution,
            List<Flag> flags) {
        this(versions, verdict, marks, signals, contactReason, repeat, resolution, flags, null, null);
    }
}
