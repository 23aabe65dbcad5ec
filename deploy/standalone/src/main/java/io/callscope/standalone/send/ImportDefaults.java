package io.callscope.standalone.send;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What to say about recordings whose sidecar does not say it, or that have none.
 *
 * @param language primary subtag such as {@code en}; null leaves it to the service
 * @param channels the party of each channel by index; empty leaves it to the service
 */
public record ImportDefaults(@Nullable String language, List<String> channels) {
    public ImportDefaults {
        channels = List.copyOf(Objects.requireNonNull(channels, "channels"));
    }

    /** Nothing beyond the sidecars. */
    public static ImportDefaults none() {
        return new ImportDefaults(null, List.of());
    }
}
