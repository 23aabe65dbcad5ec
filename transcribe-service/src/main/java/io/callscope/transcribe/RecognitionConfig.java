package io.callscope.transcribe;

import com.fasterxml.jackson.annotation.JsonValue;
import io.callscope.kit.config.Bounds;
import io.callscope.kit.config.DataSize;
import io.callscope.transcribe.child.ChildOptions;
import io.callscope.transcribe.model.DecoderProfiles;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How recordings are recognised.
 *
 * @param process {@code child}: in a process of its own, so that a crash of native code costs one retry and not the
 *     service; or {@code in-process}. Default {@code child}
 * @param profile how hard the decoder searches, one of the model's in the catalogue, or {@code shipped}; default
 *     {@code balanced}
 * @param skipQuiet whether the recogniser is spared the long quiet of a channel whose party listens; default true
 * @param parallel recordings recognised at once, 1 to 64; default {@code workers}
 * @param recycleAfterCalls calls after which a new child takes the old one's place, 1 to 1 000 000; default 500
 * @param maxMemory resident size of the child beyond which a new one takes its place between calls, 64MiB or more;
 *     default {@code 1536MiB}. At twice of it the child is killed at once. Too small for the model, and every call waits
 *     for a new child
 * @param heap most memory of the child's Java heap, 32MiB or more; default {@code 192MiB}. A call of four hours with much
 *     speech takes some tens of MiB
 * @param hangTimeout a recording of which no more audio goes through for so long is hung, 1 s to 1 h; default {@code 60s}
 * @param modelTimeout the same while a model is fetched and loaded, 1 s to 1 day; default {@code 1h}
 */
public record RecognitionConfig(
        ProcessKind process,
        String profile,
        Boolean skipQuiet,
        @Nullable Integer parallel,
        Integer recycleAfterCalls,
        DataSize maxMemory,
        DataSize heap,
        Duration hangTimeout,
        Duration modelTimeout) {
    private static final int RECYCLE_AFTER_CALLS = 500;
    private static final DataSize MAX_MEMORY = DataSize.ofMiB(1_536);
    private static final DataSize HEAP = DataSize.ofMiB(192);
    private static final Duration HANG_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration MODEL_TIMEOUT = Duration.ofHours(1);
    /** A JVM on a machine that is busy may take this long to come up. */
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    /** Where recordings are recognised. */
    public enum ProcessKind {
        CHILD,
        IN_PROCESS;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public RecognitionConfig {
        process = process == null ? ProcessKind.CHILD : process;
        profile = profile == null ? DecoderProfiles.BALANCED : profile;
        skipQuiet = skipQuiet == null || skipQuiet;
        recycleAfterCalls = recycleAfterCalls == null ? RECYCLE_AFTER_CALLS : recycleAfterCalls;
        maxMemory = maxMemory == null ? MAX_MEMORY : maxMemory;
        heap = heap == null ? HEAP : heap;
        hangTimeout = hangTimeout == null ? HANG_TIMEOUT : hangTimeout;
        modelTimeout = modelTimeout == null ? MODEL_TIMEOUT : modelTimeout;
        if (!profile.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("profile \"%s\": expected one such as balanced".formatted(profile));
        }
        if (parallel != null) {
            Bounds.requireRange("parallel", parallel, 1, 64);
        }
        Bounds.requireRange("recycleAfterCalls", recycleAfterCalls, 1, 1_000_000);
        requireAtLeast("maxMemory", maxMemory, DataSize.ofMiB(64));
        requireAtLeast("heap", heap, DataSize.ofMiB(32));
        Bounds.requireRange("hangTimeout", hangTimeout, Duration.ofSeconds(1), Duration.ofHours(1));
        Bounds.requireRange("modelTimeout", modelTimeout, Duration.ofSeconds(1), Duration.ofDays(1));
    }

    /** All defaults. */
    public static RecognitionConfig defaults() {
        return new RecognitionConfig(
                ProcessKind.CHILD,
                DecoderProfiles.BALANCED,
                true,
                null,
                RECYCLE_AFTER_CALLS,
                MAX_MEMORY,
                HEAP,
                HANG_TIMEOUT,
                MODEL_TIMEOUT);
    }

    /** Recordings at once, where {@code workers} calls are worked on. */
    int parallelOf(int workers) {
        return parallel == null ? workers : parallel;
    }

    ChildOptions childOptions(int workers) {
        return new ChildOptions(
                parallelOf(workers), recycleAfterCalls, maxMemory, hangTimeout, modelTimeout, START_TIMEOUT);
    }

    private static void requireAtLeast(String name, DataSize value, DataSize least) {
        if (value.bytes() < least.bytes()) {
            throw new IllegalArgumentException("%s %s: expected %s or more".formatted(name, value, least));
        }
    }
}
