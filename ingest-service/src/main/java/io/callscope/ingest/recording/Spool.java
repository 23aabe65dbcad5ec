package io.callscope.ingest.recording;

import io.callscope.model.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * Keeps a recording on disk while it is checked, so that no recording is ever held in memory. File names are made here
 * and never taken from a caller. Thread-safe; one process owns the folder.
 */
public final class Spool {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final String PREFIX = "upload-";

    private final Path folder;
    private final long maxBytes;

    /**
     * A recording on disk.
     *
     * @param file where
     * @param bytes its size
     * @param sha256 its hash, hex
     */
    public record Spooled(Path file, long bytes, String sha256) implements AutoCloseable {
        /** Removes the file. */
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Opens the folder and removes what an earlier process left in it: nothing there was acknowledged.
     *
     * @param maxBytes the largest recording that is taken
     */
    public Spool(Path folder, long maxBytes) throws IOException {
        this.folder = folder;
        this.maxBytes = maxBytes;
        Path parts = Files.createDirectories(partsFolder(folder));
        deleteFiles(folder, PREFIX + "*");
        deleteFiles(parts, "*");
    }

    /** Where the HTTP server keeps the parts of multipart uploads; everything in it is removed at the next start. */
    public static Path partsFolder(Path spoolFolder) {
        return spoolFolder.resolve("parts");
    }

    private static void deleteFiles(Path folder, String names) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, names)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * Copies everything that comes to disk.
     *
     * @throws RecordingTooLargeException beyond the largest size
     * @throws IOException when the source breaks off or the disk is full; nothing is left behind
     */
    public Spooled take(InputStream source) throws IOException {
        Path file = Files.createTempFile(folder, PREFIX, null);
        boolean complete = false;
        try {
            Spooled spooled = copy(source, file);
            complete = true;
            return spooled;
        } finally {
            if (!complete) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Spooled copy(InputStream source, Path file) throws IOException {
        MessageDigest digest = Sha256.begin();
        byte[] buffer = new byte[BUFFER_BYTES];
        long bytes = 0;
        try (OutputStream output = Files.newOutputStream(file)) {
            for (int read = source.read(buffer); read >= 0; read = source.read(buffer)) {
                bytes += read;
                if (bytes > maxBytes) {
                    throw new RecordingTooLargeException(maxBytes);
                }
                digest.update(buffer, 0, read);
                output.write(buffer, 0, read);
            }
        }
        return new Spooled(file, bytes, Sha256.hex(digest));
    }
}
