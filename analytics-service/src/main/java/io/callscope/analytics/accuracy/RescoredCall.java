package io.callscope.analytics.accuracy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call that people scored beside an earlier version of the machine and that the version in force has scored, too.
 * Nobody has to look at it again.
 *
 * @param earlier as it was checked
 * @param version in force
 * @param machine what that one says; null when it has no label
 * @param probability its own of {@link Label#MARKED}; null when it states none
 */
public record RescoredCall(
        CheckedCall earlier,
        String version,
        @Nullable Label machine,
        @Nullable Double probability) {
    public RescoredCall {
        Objects.requireNonNull(earlier, "earlier");
        if (earlier.version().equals(version)) {
            throw new IllegalArgumentException(
                    "call %s was scored by %s already: expected an earlier version".formatted(earlier.call(), version));
        }
    }

    /** The same call and people beside the version in force. */
    public CheckedCall now() {
        return new CheckedCall(
                earlier.call(),
                earlier.cluster(),
                earlier.checkedAt(),
                earlier.inclusion(),
                earlier.secondInclusion(),
                earlier.evaluation(),
                earlier.blind(),
                version,
                machine,
                probability,
                earlier.first(),
                earlier.second(),
                earlier.decided(),
                earlier.recognition());
    }
}
