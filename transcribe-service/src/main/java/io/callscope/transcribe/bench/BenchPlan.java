package io.callscope.transcribe.bench;

import io.callscope.kit.config.Bounds;
import java.util.Objects;

/**
 * What is measured.
 *
 * @param language of the recordings
 * @param recognisers recordings at once, 2 or more
 * @param rounds how often everything is run, in turns, at least 1
 * @param memoryCalls calls that one child has done in the end, 0 for as many as the rounds take
 */
public record BenchPlan(String language, int recognisers, int rounds, int memoryCalls) {
    public BenchPlan {
        Objects.requireNonNull(language, "language");
        Bounds.requireRange("recognisers", recognisers, 2, 64);
        Bounds.requireRange("rounds", rounds, 1, 100);
        Bounds.requireRange("calls", memoryCalls, 0, 1_000_000);
    }
}
