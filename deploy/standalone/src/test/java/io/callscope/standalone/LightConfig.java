package io.callscope.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The shipped configuration without its example phrases, which take most of the time to read; to be changed. */
public final class LightConfig {
    private LightConfig() {}

    /** Copies it. */
    public static Path copyTo(Path copy) throws IOException {
        Path shipped = Path.of("..", "config").toAbsolutePath().normalize();
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(one -> !one.toString().contains("examples"))
                    .toList()) {
                Path target = copy.resolve(shipped.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }

    /** Copies it with another pattern of one Russian code, {@code certainty.no-deadline}. */
    public static Path copyHearing(Path copy, String pattern) throws IOException {
        Path patterns = copyTo(copy).resolve("codebook/patterns/ru/certainty.yaml");
        Files.writeString(
                patterns,
                Files.readString(patterns).replace("no-deadline: |\n", "no-deadline: |\n  %s\n".formatted(pattern)));
        return copy;
    }
}
