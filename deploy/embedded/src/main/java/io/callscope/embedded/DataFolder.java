package io.callscope.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that one process at a time works in, held by a lock file from {@link #claim} to {@link #close}. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lockChannel;

    private DataFolder(Path path, FileChannel lockChannel) {
        this.path = path;
        this.lockChannel = lockChannel;
    }

    /**
     * Makes the folder where it is absent, readable by its owner only, and locks it.
     *
     * @param part whose folder it is, for messages
     * @throws EmbeddedStartException when it belongs to another user, cannot be written or is in use
     */
    static DataFolder claim(Path folder, String part) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            Ownership.requireOwn(path, part);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            return new DataFolder(path, lock(path, part));
        } catch (IOException e) {
            throw new EmbeddedStartException("the %s cannot use the folder %s: %s".formatted(part, path, e), e);
        }
    }

    private static FileChannel lock(Path path, String part) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new EmbeddedStartException(
                    "the %s in %s is in use by another process: stop that one first, or choose another folder"
                            .formatted(part, path));
        }
        return channel;
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Makes sure that a folder inside was completed once: without its mark, what is there is a torn remainder. */
    void deleteUnlessMarked(Path mark, Path inside) throws IOException {
        if (!Files.exists(mark) && Files.exists(inside)) {
            deleteTree(inside);
        }
    }

    private static void deleteTree(Path root) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> walk = Files.walk(root)) {
            deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }

    /** Lets the next process in. */
    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
