package io.callscope.model.analysis;

import java.util.List;
import java.util.Objects;

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
 */
public record CallAnalysis(
        Versions versions,
        Verdict verdict,
        List<Mark> marks,
        List<Signal> signals,
        String contactReason,
        RepeatContact repeat,
        Resolution resolution,
        List<Flag> flags) {
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
}
