package io.callscope.ingest.folder;

import io.callscope.kit.config.Required;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A folder into which a recorder drops files.
 *
 * @param path the folder; what was taken moves to its sub-folder {@code done}, what cannot be taken to {@code rejected}
 * @param every how often it is looked at, default 2s
 * @param settle how long a file must stay unchanged before it counts as complete, default 3s
 * @param waitForMetadata how long a recording waits for its sidecar or its row in the manifest, default 60s
 * @param namePattern regular expression over the file name without its ending, whose named groups are fields of the
 *     metadata, such as {@code (?<startedAt>[0-9]{8}-[0-9]{6})_(?<agentId>[^_]+)_(?<customerNumber>[0-9+]+)}; used when
 *     there is neither sidecar nor manifest row
 */
public record FolderConfig(
        @Required("the folder to watch") Path path,
        Duration every,
        Duration settle,
        Duration waitForMetadata,
        @Nullable String namePattern) {
    public FolderConfig {
        Objects.requireNonNull(path, "path");
        every = every == null ? Duration.ofSeconds(2) : every;
        settle = settle == null ? Duration.ofSeconds(3) : settle;
        waitForMetadata = waitForMetadata == null ? Duration.ofSeconds(60) : waitForMetadata;
        if (namePattern != null) {
            compiled(namePattern);
        }
    }

    /** The pattern, if there is one. */
    @Nullable
    Pattern pattern() {
        return namePattern == null ? null : compiled(namePattern);
    }

    private static Pattern compiled(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("namePattern: " + e.getDescription() + " at " + e.getIndex(), e);
        }
    }
}
