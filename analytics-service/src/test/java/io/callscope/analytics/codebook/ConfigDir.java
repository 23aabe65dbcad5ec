package io.callscope.analytics.codebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The shipped configuration, and copies of it to spoil. */
public final class ConfigDir {
    private ConfigDir() {}

    /** {@code deploy/config} of this repository. */
    public static Path shipped() {
        return Path.of("..", "deploy", "config").toAbsolutePath().normalize();
    }

    /** A copy of the shipped configuration. */
    public static void copyTo(Path target) {
        try (Stream<Path> files = Files.walk(shipped())) {
            for (Path file : files.toList()) {
                Path copy = target.resolve(shipped().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces words of a file that must be there. */
    public static void replace(Path file, String from, String to) {
        try {
            String text = Files.readString(file);
            if (!text.contains(from)) {
                throw new IllegalArgumentException(file + " does not hold " + from);
            }
            Files.writeString(file, text.replace(from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
