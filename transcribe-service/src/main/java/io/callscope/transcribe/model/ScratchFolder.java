package io.callscope.transcribe.model;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder beside the models for one download, so that what is complete can be moved in at once. Closing deletes it.
 * Used by one thread.
 */
final class ScratchFolder implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ScratchFolder.class);
    private static final String PREFIX = ".fetch-";
    private static final Duration LONGEST_DOWNLOAD = Duration.ofHours(12);

    private final Path path;

    private ScratchFolder(Path path) {
        this.path = path;
    }

    /** Also deletes what a process that was killed while it fetched has left behind. */
    static ScratchFolder open(Path modelsDir, Instant now) throws IOException {
        Files.createDirectories(modelsDir);
        Instant old = now.minus(LONGEST_DOWNLOAD);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(modelsDir, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
                    delete(folder);
                }
            }
        }
        return new ScratchFolder(Files.createTempDirectory(modelsDir, PREFIX));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            delete(path);
        } catch (IOException e) {
            LOGGER.atWarn().addKeyValue("error", e.toString()).log("leftovers of a download could not be deleted");
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
