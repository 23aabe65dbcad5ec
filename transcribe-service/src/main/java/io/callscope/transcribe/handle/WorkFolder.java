package io.callscope.transcribe.handle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of this process for recordings that are being worked on. A process that was killed leaves its own behind;
 * the next one to start deletes it. Thread-safe. Closing deletes it.
 */
public final class WorkFolder implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(WorkFolder.class);
    private static final String PREFIX = "transcribe-";
    private static final String LOCK = "lock";

    private final Path folder;
    private final FileChannel lock;

    private WorkFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * @param parent may be shared by several processes of one host
     */
    public static WorkFolder open(Path parent) throws IOException {
        Files.createDirectories(parent);
        deleteAbandoned(parent);
        Path folder = Files.createTempDirectory(parent, PREFIX);
        FileChannel lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = lock.tryLock();
        Objects.requireNonNull(held, "a new folder cannot be locked by someone else");
        return new WorkFolder(folder, lock);
    }

    /** An empty file under a made-up name; the caller deletes it. */
    public Path newFile() throws IOException {
        return Files.createTempFile(folder, "recording-", "");
    }

    Path folder() {
        return folder;
    }

    private static void deleteAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.exists(folder.resolve(LOCK)) && !isHeld(folder)) {
                    delete(folder);
                    LOGGER.atInfo().log("deleted recordings that a killed process left behind");
                }
            }
        }
    }

    private static boolean isHeld(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock free = tryLock(channel)) {
            return free == null;
        } catch (IOException e) {
            // deleted by another process that starts now, or not ours
            return true;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (java.nio.channels.OverlappingFileLockException e) {
            // held inside this very process
            return null;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    @Override
    public void close() throws IOException {
        lock.close();
        delete(folder);
    }
}
