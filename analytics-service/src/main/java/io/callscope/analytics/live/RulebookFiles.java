package io.callscope.analytics.live;

import io.callscope.analytics.codebook.ConfigFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The files that decide how calls are judged: {@code codebook/}, {@code prompts/}, {@code scorecards/} and {@code
 * flags.yaml}. They are told
 * apart by content, never by time: network file systems and links of a ConfigMap tell no useful times. Thread-safe.
 */
public final class RulebookFiles {
    private static final String FLAGS = "flags.yaml";

    private final Path folder;

    public RulebookFiles(Path folder) {
        this.folder = Objects.requireNonNull(folder, "folder");
    }

    public Path folder() {
        return folder;
    }

    /**
     * SHA-256 in hex over what the files hold now.
     *
     * @throws java.io.UncheckedIOException when one of them cannot be read
     */
    public String digest() {
        List<Path> files = new ArrayList<>(ConfigFiles.below(folder.resolve("codebook"), RulebookFiles::isRead));
        files.addAll(ConfigFiles.below(folder.resolve("prompts"), RulebookFiles::isRead));
        files.addAll(ConfigFiles.below(folder.resolve("scorecards"), RulebookFiles::isRead));
        Path flags = folder.resolve(FLAGS);
        if (Files.exists(flags)) {
            files.add(flags);
        }
        return ConfigFiles.hash(folder, files);
    }

    private static boolean isRead(String name) {
        return name.endsWith(".yaml") || name.endsWith(".md");
    }
}
