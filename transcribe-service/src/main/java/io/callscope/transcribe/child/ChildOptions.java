package io.callscope.transcribe.child;

import io.callscope.kit.config.DataSize;
import java.time.Duration;
import java.util.Objects;

/**
 * How a child is watched.
 *
 * @param parallel requests given to it at once, at least 1
 * @param recycleAfter requests after which a new child takes its place, at least 1
 * @param maxMemory resident size beyond which a new child takes its place between requests; at twice of it the child is
 *     killed at once
 * @param hangTimeout a request that makes no progress for so long is hung
 * @param waitTimeout the same for a request that waits for something it is not to blame for, such as a model's download
 * @param startTimeout how long a child may take to come up
 */
public record ChildOptions(
        int parallel,
        int recycleAfter,
        DataSize maxMemory,
        Duration hangTimeout,
        Duration waitTimeout,
        Duration startTimeout) {
    public ChildOptions {
        Objects.requireNonNull(maxMemory, "maxMemory");
        if (parallel < 1 || recycleAfter < 1) {
            throw new IllegalArgumentException(
                    "parallel %d, recycleAfter %d: expected 1 or more".formatted(parallel, recycleAfter));
        }
        requirePositive("hangTimeout", hangTimeout);
        requirePositive("waitTimeout", waitTimeout);
        requirePositive("startTimeout", startTimeout);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("%s %s: expected more than zero".formatted(name, value));
        }
    }
}
