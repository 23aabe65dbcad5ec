package io.callscope.analytics.web.audio;

import io.callscope.kit.audio.RecordingSource;
import io.callscope.kit.config.DataSize;
import io.callscope.kit.failure.RetryableException;
import io.callscope.model.recording.AudioManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Recordings for playback, in files named by their hash. Each is fetched once, however many ask at the same time;
 * the ones heard longest ago are dropped when the bound is passed. Thread-safe. The folder is this cache's alone.
 */
public final class AudioCache {
    private static final String PART = ".part";

    private final RecordingSource source;
    private final Path folder;
    private final long maxBytes;
    private final ConcurrentHashMap<String, Object> locks = new ConcurrentHashMap<>();

    /**
     * @param folder made where absent
     * @param bound most bytes kept; one recording that is larger is kept until the next comes
     * @throws IllegalArgumentException when the folder cannot be used
     */
    public AudioCache(RecordingSource source, Path folder, DataSize bound) {
        this.source = Objects.requireNonNull(source, "source");
        this.folder = folder;
        this.maxBytes = bound.bytes();
        try {
            Files.createDirectories(folder);
            for (Path left : files()) {
                if (left.toString().endsWith(PART)) {
                    Files.deleteIfExists(left);
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("audio cache folder %s cannot be used".formatted(folder), e);
        }
    }

    /**
     * The recording, fetched when it is not here.
     *
     * @throws io.callscope.kit.failure.RejectedCallException when the source no longer has it whole
     * @throws RetryableException when the source is away or the disk is full
     */
    public CachedRecording open(AudioManifest manifest) {
        String name = manifest.sha256();
        Object lock = locks.computeIfAbsent(name, key -> new Object());
        synchronized (lock) {
            try {
                return openHere(name, manifest);
            } catch (IOException e) {
                throw new RetryableException("the audio cache cannot be read or written", e);
            } finally {
                locks.remove(name, lock);
            }
        }
    }

    private CachedRecording openHere(String name, AudioManifest manifest) throws IOException {
        Path file = folder.resolve(name);
        try {
            CachedRecording recording = CachedRecording.open(file);
            touch(file);
            return recording;
        } catch (NoSuchFileException notHere) {
            fetch(manifest, file);
        }
        CachedRecording recording = CachedRecording.open(file);
        evict(file);
        return recording;
    }

    private void fetch(AudioManifest manifest, Path file) throws IOException {
        Path part = folder.resolve(manifest.sha256() + "." + UUID.randomUUID() + PART);
        try {
            source.copyTo(manifest, part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Notes the use, so that eviction spares it. A file that was dropped meanwhile needs none. */
    private static void touch(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (NoSuchFileException dropped) {
            return;
        }
    }

    private synchronized void evict(Path newest) throws IOException {
        record Kept(Path file, long bytes, FileTime used) {}
        List<Kept> kept = new ArrayList<>();
        long total = 0;
        for (Path file : files()) {
            if (!file.toString().endsWith(PART)) {
                Kept one = new Kept(file, Files.size(file), Files.getLastModifiedTime(file));
                kept.add(one);
                total += one.bytes();
            }
        }
        kept.sort(Comparator.comparing(Kept::used));
        for (Kept one : kept) {
            if (total > maxBytes && !one.file().equals(newest)) {
                Files.deleteIfExists(one.file());
                total -= one.bytes();
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
