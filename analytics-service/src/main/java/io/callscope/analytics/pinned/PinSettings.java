package io.callscope.analytics.pinned;

import io.callscope.kit.config.Bounds;
import io.callscope.kit.config.DataSize;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where recordings lie that people still need, and how long they stay.
 *
 * @param directory of this service alone; {@code pinned} beside {@code workDir} when absent
 * @param size most bytes of all of them; default 20GiB
 * @param keepPlanned how long a planned call waits for its reviews at most, 1 d to 366 d; default 60 d
 * @param keepAfter how long a recording stays after the last review, or the end of an appeal, 1 d to 366 d; default 14 d
 * @param keepCited how long a recording stays after somebody commented a second of it, or after the end of the week for
 *     which a report gives it to hear, 1 d to 366 d; default 60 d
 * @param every time between two looks, 1 s to 1 d; default 10 min
 */
public record PinSettings(
        @Nullable Path directory,
        DataSize size,
        Duration keepPlanned,
        Duration keepAfter,
        Duration keepCited,
        Duration every) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(366);

    public PinSettings {
        size = size == null ? DataSize.ofMiB(20 * 1024) : size;
        keepPlanned = keepPlanned == null ? Duration.ofDays(60) : keepPlanned;
        keepAfter = keepAfter == null ? Duration.ofDays(14) : keepAfter;
        keepCited = keepCited == null ? Duration.ofDays(60) : keepCited;
        every = every == null ? Duration.ofMinutes(10) : every;
        Bounds.requireRange("keepPlanned", keepPlanned, DAY, YEAR);
        Bounds.requireRange("keepAfter", keepAfter, DAY, YEAR);
        Bounds.requireRange("keepCited", keepCited, DAY, YEAR);
        Bounds.requireRange("every", every, Duration.ofSeconds(1), DAY);
    }

    public static PinSettings defaults() {
        return new PinSettings(
                null,
                DataSize.ofMiB(20 * 1024),
                Duration.ofDays(60),
                Duration.ofDays(14),
                Duration.ofDays(60),
                Duration.ofMinutes(10));
    }

    /** The folder, for a service whose recordings in playing lie in {@code workDir}. */
    public Path directory(Path workDir) {
        return directory == null ? workDir.toAbsolutePath().resolveSibling("pinned") : directory;
    }
}
