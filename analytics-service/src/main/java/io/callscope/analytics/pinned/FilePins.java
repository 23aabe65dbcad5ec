package io.callscope.analytics.pinned;

import io.callscope.kit.audio.RecordingSource;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.hash.Sha256;
import io.callscope.model.recording.AudioManifest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pins as files of one folder, named by their hash and nothing else. A file that is there is whole: it is written under
 * another name, forced to disk and renamed. Thread-safe. The folder belongs to one service alone.
 */
public final class FilePins implements RecordingPins {
    private static final Logger LOGGER = LoggerFactory.getLogger(FilePins.class);
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final String PART = ".part";

    private final Path folder;
    private final long maxBytes;

    /**
     * @param folder made where absent
     * @param bound most bytes of all pins
     * @throws IllegalArgumentException when the folder cannot be used
     */
    public FilePins(Path folder, DataSize bound) {
        this.folder = Objects.requireNonNull(folder, "folder");
        this.maxBytes = bound.bytes();
        try {
            Files.createDirectories(folder);
            for (Path left : files(name -> name.endsWith(PART))) {
                Files.deleteIfExists(left);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException("folder of pinned recordings %s cannot be used".formatted(folder), e);
        }
    }

    @Override
    public Set<String> held() {
        try {
            return pins().map(file -> file.getFileName().toString()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public long bytes() {
        try {
            long bytes = 0;
            for (Path file : pins().toList()) {
                bytes += sizeOf(file);
            }
            return bytes;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static long sizeOf(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException unpinned) {
            return 0;
        }
    }

    @Override
    public synchronized void pin(AudioManifest manifest, RecordingSource source) {
        Path file = file(manifest.sha256());
        if (Files.exists(file)) {
            return;
        }
        requireRoom(manifest.bytes());
        Path part = folder.resolve(manifest.sha256() + "." + UUID.randomUUID() + PART);
        try {
            source.copyTo(manifest, part);
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unusable(e);
        } finally {
            delete(part);
        }
    }

    private void requireRoom(long wanted) {
        long taken = bytes();
        if (taken + wanted > maxBytes) {
            throw new PinsFullException(
                    "%d bytes more than the %d that are pinned: expected at most %d in all"
                            .formatted(wanted, taken, maxBytes),
                    taken + wanted - maxBytes);
        }
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < wanted) {
                throw new PinsFullException(
                        "%d bytes free on the disk: expected at least %d".formatted(free, wanted), wanted - free);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public void unpin(String sha256) {
        delete(file(sha256));
    }

    @Override
    public boolean copyTo(String sha256, Path target) {
        Path file = file(sha256);
        boolean whole = false;
        try (DigestInputStream input = new DigestInputStream(Files.newInputStream(file), Sha256.begin());
                OutputStream output = Files.newOutputStream(target)) {
            input.transferTo(output);
            whole = Sha256.hex(input.getMessageDigest()).equals(sha256);
        } catch (NoSuchFileException notPinned) {
            return false;
        } catch (IOException e) {
            throw unusable(e);
        } finally {
            if (!whole) {
                delete(target);
            }
        }
        if (!whole) {
            // the topic may still have it, and the next round pins it again
            LOGGER.atError().addKeyValue("sha256", sha256).log("pinned recording is damaged and was dropped");
            delete(file);
        }
        return whole;
    }

    /**
     * @throws IllegalArgumentException for anything but a hash, which could lead out of the folder
     */
    private Path file(String sha256) {
        if (!NAME.matcher(sha256).matches()) {
            throw new IllegalArgumentException("name of a pinned recording: expected 64 hex digits");
        }
        return folder.resolve(sha256);
    }

    private Stream<Path> pins() throws IOException {
        return files(name -> NAME.matcher(name).matches()).stream();
    }

    private Set<Path> files(Predicate<String> named) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> named.test(file.getFileName().toString()))
                    .collect(Collectors.toSet());
        }
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private RetryableException unusable(Exception cause) {
        return new RetryableException(
                "the folder of pinned recordings %s cannot be read or written".formatted(folder), cause);
    }
}
